import type { HelpOn } from '../help.ts';

export const paying: HelpOn<'paying' | 'boleto' | 'pix' | 'card'> = {
  paying: {
    title: 'How paying works',
    summary: 'What you pay, when, and where the money is until you have the goods.',
    act: { text: 'See your orders and what is paid', href: '/account/orders' },
    parts: [
      {
        heading: 'One total, before you pay',
        text: [
          'At checkout you see the goods, the carriage of each parcel and the total in your own currency. When a store prices in another currency, the rate is written beside the total and is locked while you pay.',
          'You pay once, also when your cart holds items from several stores. Each store then gets an order of its own, which you can follow, cancel or accept apart from the others.',
        ],
      },
      {
        heading: 'Ways to pay',
        text: [
          'Which ways there are depends on your country. The checkout shows only those that work for you, with what happens next.',
          '- [Card](/help/card): credit cards, in most countries. In Brazil also in instalments.',
          '- [Pix](/help/pix): Brazil, in seconds.',
          '- [Boleto](/help/boleto): Brazil, at any bank or in your bank’s app.',
        ],
      },
      {
        heading: 'We hold the money',
        text: [
          'Your payment does not go to the store at once. We hold it until you say that the goods have arrived, or until the time for saying so is over. See [how you are protected](/help/safety).',
        ],
      },
      {
        heading: 'If a payment does not go through',
        text: [
          'Your order stays as it is until its time to pay is over, and the goods stay reserved for you. Open it under [Your orders](/account/orders), or by the link in our mail, and pay in another way.',
        ],
      },
    ],
  },
  boleto: {
    title: 'Paying by boleto',
    summary: 'You get a slip with a bar code and pay it at any bank in Brazil within three days.',
    act: { text: 'Find the slip in your orders', href: '/account/orders' },
    parts: [
      {
        heading: 'How it goes',
        text: [
          '- Choose boleto at checkout and type the payer’s CPF or CNPJ, which the law asks for.',
          '- You get the slip: copy the typeable line into your bank’s app, or print it and pay at a bank or lottery house.',
          '- Banks tell us of the payment on the next working day or the one after. Then the store is told to ship.',
        ],
      },
      {
        heading: 'How long you have',
        text: [
          'The slip is due three days after you order, and the goods are reserved until then. You can close the page: the slip waits in your order and in our mail.',
          'If nothing arrives in time, the order lapses and you owe nothing. A slip that was paid late counts if the goods are still there; if not, you get the whole sum back.',
        ],
      },
      {
        heading: 'Money back',
        text: ['A boleto cannot be reversed, so a refund comes as a transfer to the payer’s account.'],
      },
    ],
  },
  pix: {
    title: 'Paying by Pix',
    summary: 'Scan a QR code or copy a code into your bank’s app; it is paid in seconds, at any hour.',
    act: { text: 'Open your order to pay', href: '/account/orders' },
    parts: [
      {
        heading: 'How it goes',
        text: [
          '- Choose Pix at checkout. You see a QR code, and the same as a text to copy.',
          '- Open your bank’s app, choose Pix, scan the code or paste the text, check the amount and confirm.',
          '- This page notices the payment by itself, usually within seconds.',
        ],
      },
      {
        heading: 'How long you have',
        text: [
          'The code holds for 30 minutes. When it has run out, the order lapses and you owe nothing; order again for a new code.',
        ],
      },
      {
        heading: 'Money back',
        text: ['Refunds return by Pix to the account that paid, up to 90 days after the payment.'],
      },
    ],
  },
  card: {
    title: 'Paying by card',
    summary: 'You type the card’s number on the payment provider’s own page; it never reaches us.',
    act: { text: 'Open your order and pay another way', href: '/account/orders' },
    parts: [
      {
        heading: 'How it goes',
        text: [
          '- Choose card at checkout. You are taken to the payment provider’s page, where you type the card’s data.',
          '- Your bank may ask you to confirm in its app or by a code. That is 3-D Secure and protects you.',
          '- You come back to your order. If your connection breaks on the way, nothing is paid twice: we ask the provider what became of it.',
        ],
      },
      {
        heading: 'If the card is declined',
        text: [
          'We are not told more than that the bank said no. Check the number, the date and the limit, ask your bank, or pay in another way from the same order within 30 minutes.',
        ],
      },
      {
        heading: 'Instalments',
        text: ['In Brazil a card can be paid in up to 12 instalments. The checkout tells what each costs.'],
      },
      {
        heading: 'Money back',
        text: [
          'Refunds go to the same card, up to 180 days after the payment. Banks take some days to show them; the order says when we sent it.',
        ],
      },
    ],
  },
};
