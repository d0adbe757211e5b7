/** The files of a folder as Olist published them, each as its rows: found, unpacked, and with the columns that we read. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Halt } from '../ground/halt.ts';

export type Row = Record<string, string>;

const tables = {
  orders: [
    'order_id',
    'customer_id',
    'order_status',
    'order_purchase_timestamp',
    'order_approved_at',
    'order_delivered_carrier_date',
    'order_delivered_customer_date',
    'order_estimated_delivery_date',
  ],
  order_items: ['order_id', 'order_item_id', 'product_id', 'seller_id', 'price', 'freight_value'],
  order_payments: ['order_id', 'payment_sequential', 'payment_type', 'payment_installments', 'payment_value'],
  customers: ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
  sellers: ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'],
  products: [
    'product_id',
    'product_category_name',
    'product_weight_g',
    'product_length_cm',
    'product_height_cm',
    'product_width_cm',
  ],
} as const;

type Tables = Record<keyof typeof tables | 'english', Row[]>;

export async function readTables(dir: string): Promise<Tables> {
  const names = await readdir(dir).catch(() => {
    throw new Halt(
      `There is no folder ${dir}.`,
      'Give the folder that holds the files of Olist: olist_orders_dataset.csv and its neighbours.',
      2,
    );
  });
  const rows = {} as Tables;
  for (const [table, columns] of Object.entries(tables)) {
    const file = fileOf(names, `olist_${table}_dataset`, dir);
    rows[table as keyof typeof tables] = await readTable(dir, file, columns);
  }
  const translation = fileOf(names, 'product_category_name_translation', dir);
  rows.english = await readTable(dir, translation, ['product_category_name', 'product_category_name_english']);
  return rows;
}

/** Packed or not; where the folder has the whole and a sample of it, the sample, for the others belong to it. */
function fileOf(names: string[], name: string, dir: string): string {
  const found = names
    .filter((file) => new RegExp(`^${name}(\\.[\\w-]+)?\\.csv(\\.gz)?$`).test(file))
    .sort((a, b) => b.length - a.length)[0];
  if (found) return found;
  throw new Halt(
    `${dir} holds no ${name}.csv, nor one packed as .gz.`,
    'Give the folder that holds all files of Olist.',
    2,
  );
}

async function readTable(dir: string, file: string, columns: readonly string[]): Promise<Row[]> {
  const bytes = await readFile(join(dir, file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const rows = parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Row[];
  const missing = columns.filter((column) => rows[0] && !(column in rows[0]));
  if (missing.length > 0)
    throw new Halt(`${file} has no column ${missing.join(', ')}.`, 'Is it the file that Olist published?', 2);
  return rows;
}
