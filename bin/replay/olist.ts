/** The folder of a Brazilian marketplace's orders, as Olist published them: read, and checked for what must be there. */
import { Halt } from '../ground/halt.ts';
import { readTables } from './olist-files.ts';
import type { Row } from './olist-files.ts';

export interface OlistItem {
  product: string;
  seller: string;
  /** Cents of a real: one piece, and its share of the carriage. */
  price: number;
  freight: number;
}

export interface OlistPayment {
  type: string;
  installments: number;
  /** Cents of a real. */
  value: number;
}

export interface OlistOrder {
  id: string;
  customer: string;
  status: string;
  placedAt: Date;
  approvedAt: Date | null;
  carriedAt: Date | null;
  deliveredAt: Date | null;
  promisedAt: Date;
  items: OlistItem[];
  payments: OlistPayment[];
}

export interface OlistPlace {
  zip: string;
  city: string;
  state: string;
}

export interface OlistProduct {
  /** In Portuguese; empty where it is not said. */
  category: string;
  grams: number;
  mm: [number, number, number];
}

export interface Olist {
  /** In the order in which they were placed. */
  orders: OlistOrder[];
  /** By the customer of an order; one person may be several. */
  customers: ReadonlyMap<string, OlistPlace & { person: string }>;
  sellers: ReadonlyMap<string, OlistPlace>;
  products: ReadonlyMap<string, OlistProduct>;
  /** Categories in English. */
  english: ReadonlyMap<string, string>;
  /** The last thing that happened. */
  end: Date;
}

/** Reads the folder; of the orders the first `limit`. Halts when a file, a column or a number is not what it must be. */
export async function readOlist(dir: string, limit = Infinity): Promise<Olist> {
  const { english, ...rows } = await readTables(dir);
  const all = ordersFrom(rows.orders, rows.order_items, rows.order_payments);
  const orders = all.slice(0, limit);
  return {
    orders,
    customers: new Map(
      rows.customers.map((row) => [
        row['customer_id']!,
        { person: row['customer_unique_id']!, ...placeIn(row, 'customer') },
      ]),
    ),
    sellers: new Map(rows.sellers.map((row) => [row['seller_id']!, placeIn(row, 'seller')])),
    products: new Map(rows.products.map((row) => [row['product_id']!, productFrom(row)])),
    english: new Map(english.map((row) => [row['product_category_name']!, row['product_category_name_english']!])),
    end: new Date(
      Math.max(
        ...orders.flatMap(({ placedAt, approvedAt, carriedAt, deliveredAt }) =>
          [placedAt, approvedAt, carriedAt, deliveredAt].map((at) => at?.getTime() ?? 0),
        ),
      ),
    ),
  };
}

function ordersFrom(orders: Row[], items: Row[], payments: Row[]): OlistOrder[] {
  const itemsOf = byOrder(items, 'order_item_id');
  const paymentsOf = byOrder(payments, 'payment_sequential');
  return orders
    .map((row) => ({
      id: row['order_id']!,
      customer: row['customer_id']!,
      status: row['order_status']!,
      placedAt: must(timeIn(row['order_purchase_timestamp']), row, 'order_purchase_timestamp'),
      approvedAt: timeIn(row['order_approved_at']),
      carriedAt: timeIn(row['order_delivered_carrier_date']),
      deliveredAt: timeIn(row['order_delivered_customer_date']),
      promisedAt: must(timeIn(row['order_estimated_delivery_date']), row, 'order_estimated_delivery_date'),
      items: (itemsOf.get(row['order_id']!) ?? []).map((one) => ({
        product: one['product_id']!,
        seller: one['seller_id']!,
        price: must(centsIn(one['price']), one, 'price'),
        freight: must(centsIn(one['freight_value']), one, 'freight_value'),
      })),
      payments: (paymentsOf.get(row['order_id']!) ?? []).map((one) => ({
        type: one['payment_type']!,
        installments: Number(one['payment_installments']),
        value: must(centsIn(one['payment_value']), one, 'payment_value'),
      })),
    }))
    .sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime() || (a.id < b.id ? -1 : 1));
}

function byOrder(rows: Row[], place: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row['order_id']!, [...(groups.get(row['order_id']!) ?? []), row]);
  for (const group of groups.values()) group.sort((a, b) => Number(a[place]) - Number(b[place]));
  return groups;
}

/** The data's times have no zone. They are taken as they stand, so that a day here is a day there. */
function timeIn(text = ''): Date | null {
  if (text === '') return null;
  const at = new Date(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** '541.0' are 54100 cents; exact, without the detour over fractions. */
function centsIn(text = ''): number | null {
  const [, whole, cents = ''] = /^(\d{1,10})(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

function must<T>(value: T | null, row: Row, column: string): T {
  if (value !== null) return value;
  throw new Halt(
    `Order ${row['order_id']} has no readable ${column}: "${row[column] ?? ''}".`,
    'Mend the row, or leave the order out.',
    2,
  );
}

/** Spreadsheets have eaten the leading zeros of postal codes. */
function placeIn(row: Row, whose: 'customer' | 'seller'): OlistPlace {
  const of = (column: string): string => (row[`${whose}_${column}`] ?? '').trim();
  return { zip: of('zip_code_prefix').padStart(5, '0'), city: of('city'), state: of('state') };
}

function productFrom(row: Row): OlistProduct {
  const of = (column: string): number => Math.round(Number(row[`product_${column}`] || 0));
  return {
    category: row['product_category_name']!,
    grams: of('weight_g'),
    mm: [of('length_cm') * 10, of('width_cm') * 10, of('height_cm') * 10],
  };
}
