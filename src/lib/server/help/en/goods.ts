import type { HelpOn } from '../help.ts';

export const goods: HelpOn<'delivery' | 'duties' | 'returns'> = {
  delivery: {
    title: 'Delivery and tracking',
    summary: 'When a parcel is shipped, where it is, and what happens when it does not come.',
    act: { text: 'Follow your parcels', href: '/account/orders' },
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
          '- Not shipped after seven days: the order ends by itself, and you get everything back.',
          '- Lost, or sent back to the store: we refund you without being asked.',
          '- Marked as delivered but not there: look at the address on the order, ask neighbours and the carrier first, then [write to us](/help/contact) before you accept the order.',
        ],
      },
    ],
  },
  duties: {
    title: 'Duties and import taxes',
    summary: 'What your country may ask for goods from abroad, and who pays it.',
    act: { text: 'Print an order as proof of its price', href: '/account/orders' },
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
    act: { text: 'Cancel an order or look at a refund', href: '/account/orders' },
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
};
