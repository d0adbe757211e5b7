import type { HelpOn } from '../help.ts';

export const you: HelpOn<'safety' | 'account' | 'contact'> = {
  safety: {
    title: 'How you are protected',
    summary: 'We hold your payment until you have the goods, and know who the stores are.',
    act: { text: 'Make your account safe', href: '/account/security' },
    parts: [
      {
        heading: 'Your money waits with us',
        text: [
          'The store is paid when you accept the delivery. If you say nothing, the order counts as accepted 15 days after the carrier delivered it, or 60 days after shipping when nobody told us of a delivery. Until then the money can still go back to you.',
        ],
      },
      {
        heading: 'Who sells',
        text: [
          'Each store proves to us who stands behind it before it may sell, and each listing is looked at before it is shown. The store’s page tells whether it is a company or a private person.',
        ],
      },
      {
        heading: 'How to stay safe',
        text: [
          '- Pay only on our checkout. A store that asks for a transfer or another site wants to leave this protection: [tell us](/help/contact).',
          '- We never ask for your password, a card number or a code from your bank, by mail or by telephone.',
          '- Use a password of its own for this shop and turn on the second step under [Sign-in and devices](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Your account',
    summary: 'What an account is for, how to get in again, and how to take your data along or delete it.',
    act: { text: 'Go to your account', href: '/account' },
    parts: [
      {
        heading: 'Do I need one',
        text: [
          'No. You can order with only an e-mail address and follow the order by the link in our mail. With an account you keep addresses, see all orders in one place and need not type anything twice. [Open one](/sign-up) with the same address, and earlier orders can be found by their links.',
        ],
      },
      {
        heading: 'Getting in again',
        text: [
          'If you no longer know the password, [ask for a new one](/forgot-password). The link in the mail works once and for a short time. No mail: look among unwanted mail, and check the address.',
        ],
      },
      {
        heading: 'Signing in without a password',
        text: [
          'With a [passkey](/account/passkeys) your finger, your face or the number of your phone opens the account. Your browser offers it in the field for the e-mail address. The password stays, for devices without it.',
          'A [second step](/account/second-step) asks for a code of your phone after the password. Keep the recovery codes: each opens the account once if the phone is lost.',
        ],
      },
      {
        heading: 'Language, country and currency',
        text: [
          'Choose them under [Delivery, language and currency](/preferences). Prices are shown in that currency from then on.',
        ],
      },
      {
        heading: 'Your data',
        text: [
          'In [Your account](/account) you see what we know of you, and what you can change, take along or delete.',
          'In [Your data](/account/data) you say whether we keep what you look at, take a copy of everything we hold on you, or delete the account. Deleting has seven days in which you can think better of it.',
        ],
      },
    ],
  },
  contact: {
    title: 'Write to us',
    summary: 'Whom to ask about what, and what to have at hand.',
    act: { text: 'See your orders', href: '/account/orders' },
    parts: [
      {
        heading: 'About an order',
        text: [
          'Answer any mail that we sent you about it: people read it. Leave the order’s number in the subject. Say what happened, since when, and what you would like; add pictures if something is broken.',
          'Where a parcel is, when it must be paid and what you can do next stands on the order itself, under [Your orders](/account/orders).',
        ],
      },
      {
        heading: 'About a product',
        text: [
          'The store knows its goods best. Ask on the product’s own page: the store answers there, and you get a mail when it does.',
        ],
      },
      {
        heading: 'When something on a page went wrong',
        text: [
          'Tell us the number that the page showed, what you did before, and roughly when. With the number we find it.',
        ],
      },
    ],
  },
};
