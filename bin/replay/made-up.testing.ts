/** A folder as Olist's, with orders that nobody placed: one for each case that the real ones have. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface MadeUp {
  status: string;
  /** 'MM-DD hh:mm' of 2018; empty where the data say nothing. */
  placed: string;
  approved?: string;
  carried?: string;
  delivered?: string;
  /** MM-DD. */
  promised: string;
  /** Product, seller, price, carriage. */
  items?: [string, string, number, number][];
  /** Type, instalments, value. */
  payments?: [string, number, number][];
}

/** By a name that says the case. */
export const cases: Record<string, MadeUp> = {
  plain: {
    status: 'delivered',
    placed: '01-02 10:00',
    approved: '01-02 10:10',
    carried: '01-03 09:00',
    delivered: '01-08 12:00',
    promised: '01-20',
    items: [['lamp', 'ada', 50, 10]],
    payments: [['credit_card', 1, 60]],
  },
  late: {
    status: 'delivered',
    placed: '01-02 11:00',
    approved: '01-04 08:00',
    carried: '01-05 09:00',
    delivered: '01-25 12:00',
    promised: '01-20',
    items: [['lamp', 'ada', 50, 11.5]],
    payments: [['boleto', 1, 61.5]],
  },
  boleto_after_its_time: {
    status: 'delivered',
    placed: '01-03 11:00',
    approved: '01-07 16:00',
    carried: '01-08 09:00',
    delivered: '01-12 12:00',
    promised: '01-20',
    items: [['pot', 'bia', 20, 5]],
    payments: [['boleto', 1, 25]],
  },
  in_parts: {
    status: 'delivered',
    placed: '01-03 12:00',
    approved: '01-03 14:00',
    carried: '01-04 09:00',
    delivered: '01-09 12:00',
    promised: '01-20',
    items: [
      ['pot', 'bia', 22, 5],
      ['pot', 'bia', 22, 5],
    ],
    payments: [
      ['credit_card', 3, 40],
      ['voucher', 1, 14],
      ['voucher', 1, 0],
    ],
  },
  two_stores: {
    status: 'delivered',
    placed: '01-04 12:00',
    approved: '01-04 12:05',
    carried: '01-05 09:00',
    delivered: '01-11 12:00',
    promised: '01-20',
    items: [
      ['lamp', 'ada', 55, 10],
      ['pot', 'bia', 22, 4],
    ],
    payments: [['debit_card', 1, 91]],
  },
  cancelled_by_its_buyer: {
    status: 'canceled',
    placed: '01-05 12:00',
    approved: '01-05 12:15',
    promised: '01-20',
    items: [['lamp', 'ada', 55, 10]],
    payments: [['credit_card', 2, 65]],
  },
  came_back: {
    status: 'canceled',
    placed: '01-05 13:00',
    approved: '01-05 13:05',
    carried: '01-06 10:00',
    promised: '01-20',
    items: [['lamp', 'ada', 55, 10]],
    payments: [['credit_card', 1, 65]],
  },
  never_approved: { status: 'canceled', placed: '01-06 12:00', promised: '01-20', payments: [['voucher', 1, 33]] },
  nothing_left: {
    status: 'unavailable',
    placed: '01-06 13:00',
    approved: '01-06 13:20',
    promised: '01-20',
    payments: [['boleto', 1, 47.1]],
  },
  on_its_way: {
    status: 'shipped',
    placed: '01-07 12:00',
    approved: '01-07 12:05',
    carried: '01-08 10:00',
    promised: '01-20',
    items: [['pot', 'bia', 20, 5]],
    payments: [['credit_card', 1, 25]],
  },
  invoiced: {
    status: 'invoiced',
    placed: '01-07 13:00',
    approved: '01-07 13:05',
    promised: '01-20',
    items: [['pot', 'bia', 20, 5]],
    payments: [['credit_card', 1, 25]],
  },
  never_paid: {
    status: 'delivered',
    placed: '01-08 09:00',
    approved: '01-08 09:00',
    carried: '01-20 09:00',
    delivered: '01-24 09:00',
    promised: '01-22',
    items: [['pot', 'bia', 20, 5]],
  },
  left_before_it_was_paid: {
    status: 'delivered',
    placed: '01-08 10:00',
    approved: '01-10 15:00',
    carried: '01-10 08:00',
    delivered: '01-14 09:00',
    promised: '01-22',
    items: [['pot', 'bia', 20, 5]],
    payments: [['credit_card', 20, 27.5]],
  },
  with_a_coupon: {
    status: 'delivered',
    placed: '01-09 10:00',
    approved: '01-09 10:05',
    carried: '01-10 08:00',
    delivered: '01-14 10:00',
    promised: '01-22',
    items: [['lamp', 'ada', 55, 10]],
    payments: [['credit_card', 1, 59.5]],
  },
  rounded: {
    status: 'delivered',
    placed: '01-10 10:00',
    approved: '01-10 10:05',
    carried: '01-11 08:00',
    delivered: '02-20 10:00',
    promised: '01-22',
    items: [
      ['pot', 'bia', 20, 3.33],
      ['pot', 'bia', 20, 3.33],
    ],
    payments: [['credit_card', 1, 46.67]],
  },
};

/** Ids of the data are 32 hexadecimal digits. */
export const idOf = (name: string): string => Buffer.from(name.padEnd(16, '.').slice(0, 16)).toString('hex');

const time = (text: string | undefined): string => (text ? `2018-${text}${text.length > 5 ? ':00' : ' 00:00:00'}` : '');

export async function writeFolder(orders: Record<string, MadeUp> = cases): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'entrepot-olist-'));
  const all = Object.entries(orders);
  const items = all.flatMap(([name, { items: of = [] }]) =>
    of.map(([product, seller, ...money], n) => [idOf(name), n + 1, idOf(product), idOf(seller), '', ...money]),
  );
  const files: Record<string, (string | number)[][]> = {
    olist_orders_dataset: [
      [
        'order_id',
        'customer_id',
        'order_status',
        'order_purchase_timestamp',
        'order_approved_at',
        'order_delivered_carrier_date',
        'order_delivered_customer_date',
        'order_estimated_delivery_date',
      ],
      ...all.map(([name, one]) => [
        idOf(name),
        idOf(`c ${name}`),
        one.status,
        time(one.placed),
        time(one.approved),
        time(one.carried),
        time(one.delivered),
        time(one.promised),
      ]),
    ],
    olist_order_items_dataset: [
      ['order_id', 'order_item_id', 'product_id', 'seller_id', 'shipping_limit_date', 'price', 'freight_value'],
      ...items,
    ],
    olist_order_payments_dataset: [
      ['order_id', 'payment_sequential', 'payment_type', 'payment_installments', 'payment_value'],
      ...all.flatMap(([name, { payments = [] }]) => payments.map((one, n) => [idOf(name), n + 1, ...one])),
    ],
    olist_customers_dataset: [
      ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
      ...all.map(([name], n) => [idOf(`c ${name}`), idOf(`person ${n % 9}`), '1310', 'sao paulo', 'SP']),
    ],
    olist_sellers_dataset: [
      ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
      ...['ada', 'bia'].map((name) => [idOf(name), '13023', 'campinas', 'SP']),
    ],
    olist_products_dataset: [
      [
        'product_id',
        'product_category_name',
        'product_weight_g',
        'product_length_cm',
        'product_height_cm',
        'product_width_cm',
      ],
      [idOf('lamp'), 'moveis_decoracao', 700, 30, 20, 15],
      [idOf('pot'), '', 0, '', '', ''],
    ],
    product_category_name_translation: [
      ['product_category_name', 'product_category_name_english'],
      ['moveis_decoracao', 'furniture_decor'],
    ],
  };
  for (const [name, rows] of Object.entries(files)) {
    const text = rows.map((row) => row.join(',')).join('\n');
    // Some of the files that people pass around are packed.
    if (name.endsWith('items_dataset')) await writeFile(join(dir, `${name}.csv.gz`), gzipSync(text));
    else await writeFile(join(dir, `${name}.csv`), text);
  }
  return dir;
}
