/** What the buyer of a digital good is given once it is paid: a text such as a code, or a file. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { seal, unseal } from '#platform/crypto';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import type { Listing } from './listing.ts';
import type { ListingProblem } from './listing-rules.ts';
import { lockOwn } from './product-row.ts';
import type { OwnProduct } from './product-row.ts';

export const mostDigitalBytes = 8 * 1024 * 1024;
const mostText = 20_000;

export type SetDigitalGoodRefusal =
  | { no: 'product_not_found' }
  | { no: 'variant_not_found' }
  | { no: 'product_is_not_digital' }
  | { no: 'give_a_text_or_a_file' }
  | { no: 'text_is_too_long'; most: number }
  | { no: 'file_is_too_large'; most: number };

export interface DigitalGoodInput extends OwnProduct {
  readonly variant: string;
  readonly text?: string;
  /** The bytes in base64. */
  readonly file?: { readonly name: string; readonly type?: string; readonly data: string };
}

/** The seller says what buyers of a variant are given. It takes effect at once, also for those who bought before. */
export async function setDigitalGood(
  work: Work,
  input: DigitalGoodInput,
): Promise<Result<undefined, SetDigitalGoodRefusal>> {
  const { variant, text, file } = input;
  const product = await lockOwn(work, input);
  if (!product) return refuse({ no: 'product_not_found' });
  const listing = product.proposal ?? product.listing;
  if (!listing.variants.some((one) => one.id === variant)) return refuse({ no: 'variant_not_found' });
  if (listing.kind !== 'digital') return refuse({ no: 'product_is_not_digital' });
  if ((text?.trim() ?? '') === '' ? !file : file) return refuse({ no: 'give_a_text_or_a_file' });
  if (text && text.length > mostText) return refuse({ no: 'text_is_too_long', most: mostText });

  const bytes = file ? Buffer.from(file.data, 'base64') : Buffer.alloc(0);
  if (file && bytes.length === 0) return refuse({ no: 'give_a_text_or_a_file' });
  if (bytes.length > mostDigitalBytes) return refuse({ no: 'file_is_too_large', most: mostDigitalBytes });
  const hash = file ? await work.house.files.put(bytes) : null;
  const sealed = file ? null : seal(work.house, text!.trim());
  await work.run(sql`
    insert into catalogue.digital (variant, product, sealed, hash, name, type, bytes, at)
    values (${variant}, ${product.row.id}, ${sealed}, ${hash}, ${file ? plainName(file.name) : null}, ${file ? mediaType(file.type) : null}, ${file ? bytes.length : null}, ${work.now})
        on conflict (variant) do update
       set sealed = excluded.sealed, hash = excluded.hash, name = excluded.name, type = excluded.type, bytes = excluded.bytes, at = excluded.at
     where digital.product = excluded.product`);
  return ok();
}

/** A name that is safe on any disk. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  return (
    last
      .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
      .trim()
      .slice(-120) || 'file'
  );
}

const mediaType = (type = ''): string => (/^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(type) ? type : 'application/octet-stream');

/** What lacks of a digital listing: something to give for each variant. */
export async function digitalGoodsAreThere(ask: Asking, { kind, variants }: Listing): Promise<ListingProblem[]> {
  if (kind !== 'digital') return [];
  const there = await ask.many<{ variant: string }>(sql`
    select variant from catalogue.digital where variant = any(${variants.map(({ id }) => id)}::uuid[])`);
  const known = new Set(there.map(({ variant }) => variant));
  return variants.flatMap(({ id }, n) =>
    known.has(id) ? [] : [{ where: `variants.${n}.digital`, what: 'is_missing' }],
  );
}

export interface DigitalGood {
  variant: string;
  /** Either a text, or a file. */
  text: string | null;
  /** The hash under which `house.files` has the bytes. */
  file: string | null;
  name: string | null;
  type: string | null;
  bytes: number | null;
}

interface DigitalRow extends Omit<DigitalGood, 'text' | 'file'> {
  sealed: string | null;
  hash: string | null;
}

/** What to give to somebody who has paid for these variants: whoever asks has made sure of that. */
export async function digitalGoodsOf(
  ask: Asking,
  { variants }: { variants: readonly string[] },
): Promise<DigitalGood[]> {
  const rows = await ask.many<DigitalRow>(sql`
    select variant, sealed, hash, name, type, bytes from catalogue.digital where variant = any(${variants}::uuid[])`);
  return rows.map(({ sealed, hash, ...rest }) => ({
    ...rest,
    text: sealed === null ? null : unseal(ask.house, sealed),
    file: hash,
  }));
}
