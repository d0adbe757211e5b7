import type { Help } from './help.ts';

export const en: Help = {
  paying: {
    title: 'How paying works',
    summary: 'What you pay, when, and where the money is until you have the goods.',
    parts: [
      {
        heading: 'One total, before you pay',
        text: [
          'At checkout you see the goods, the carriage of each parcel and the total in your own currency. When a store prices in another currency, the rate is written beside the total and is locked while you pay.',
          'You pay once, also when your cart holds things from several stores. Each store then gets an order of its own, which you can follow, cancel or accept apart from the others.',
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
  delivery: {
    title: 'Delivery and tracking',
    summary: 'When a parcel is shipped, where it is, and what happens when it does not come.',
    parts: [
      {
        heading: 'From payment to your door',
        text: [
          'A store has seven days to ship after your payment. The days shown beside the carriage are counted from then.',
          'Each store ships its own parcel. With two stores in your cart, two parcels come, on their own days.',
        ],
      },
      {
        heading: 'Where is my parcel',
        text: [
          'Open the order under [Your orders](/account/orders). Its timeline shows each step that the carrier tells us, customs included, and the number to ask the carrier with. Without an account use the link in our mail.',
        ],
      },
      {
        heading: 'When it does not come',
        text: [
          '- Not shipped after seven days: you may cancel, and get everything back.',
          '- Lost, or sent back to the store: we refund you without being asked.',
          '- Marked as delivered but not there: look at the address on the order, ask neighbours and the carrier first, then [write to us](/help/contact) before you accept the order.',
        ],
      },
    ],
  },
  duties: {
    title: 'Duties and import taxes',
    summary: 'What your country may ask for goods from abroad, and who pays it.',
    parts: [
      {
        heading: 'What is in the price',
        text: [
          'The total at checkout is for the goods and their carriage. Duties and import taxes are in it only when they stand there on a line of their own.',
        ],
      },
      {
        heading: 'What your country may ask',
        text: [
          'Goods that cross a border can be charged duty and tax. How much depends on what they are, where they were made and what they cost. When customs ask for something, the carrier tells you before delivery, and you pay the carrier or the customs, never us.',
          'The page of a product says where it was made. Your customs authority’s site tells the rates and the amount below which nothing is due.',
        ],
      },
      {
        heading: 'A parcel held by customs',
        text: [
          'The order’s timeline then says so. Customs usually want proof of the price: your order can be printed. Answer the carrier’s message soon, because parcels go back after some weeks.',
        ],
      },
    ],
  },
  returns: {
    title: 'Cancelling, returns and refunds',
    summary: 'How to take an order back, what to do when goods are not right, and when the money is there.',
    parts: [
      {
        heading: 'Before it is shipped',
        text: [
          'Open the order and choose to cancel. Unpaid orders end at once. For a paid one we send the whole sum back.',
          'Once the parcel is on its way, it cannot be cancelled; refuse it at the door or send it back as the store tells you.',
        ],
      },
      {
        heading: 'When goods are not right',
        text: [
          'Broken, incomplete or not as described: do not accept the order. Take pictures, also of the wrapping, and [write to us](/help/contact) with the order’s number within 15 days of the delivery. The money stays with us meanwhile.',
        ],
      },
      {
        heading: 'When is the money there',
        text: [
          'A refund goes the way you paid: [card](/help/card), [Pix](/help/pix) or, after a [boleto](/help/boleto), by transfer. The order shows when it was asked for, when the provider confirmed it, and how much it is.',
        ],
      },
    ],
  },
  safety: {
    title: 'How you are protected',
    summary: 'We hold your payment until you have the goods, and know who the stores are.',
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
          '- Use a password of its own for this shop and turn on the second step under [Security](/account/security).',
        ],
      },
    ],
  },
  account: {
    title: 'Your account',
    summary: 'What an account is for, how to get in again, and how to take your data along or delete it.',
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
        heading: 'Language, country and currency',
        text: ['Choose them under [Preferences](/preferences). Prices are shown in that currency from then on.'],
      },
      {
        heading: 'Your data',
        text: [
          'In [Your account](/account) you see what we know of you, and what you can change, take along or delete.',
        ],
      },
    ],
  },
  contact: {
    title: 'Write to us',
    summary: 'Whom to ask about what, and what to have at hand.',
    parts: [
      {
        heading: 'About an order',
        text: [
          'Answer any mail that we sent you about it: it reaches people and carries the order’s number. Say what happened, since when, and what you would like; add pictures if something is broken.',
          'Where a parcel is, when it must be paid and what you can do next stands on the order itself, under [Your orders](/account/orders).',
        ],
      },
      {
        heading: 'About a product',
        text: ['The store knows its goods best. Its page is linked from each product.'],
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
