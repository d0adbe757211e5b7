/** Papers of the seller: uploaded, sealed, shown to those who must see them. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { seal, unseal } from '#platform/crypto';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import type { Call } from '../people/call.ts';
import { identityAsked } from './identity-rules.ts';
import { lockTheirs, maySee } from './lock.ts';
import type { RoleRefusal } from './lock.ts';
import type { StoreState } from './store.ts';

export const mostBytes = 8 * 1024 * 1024;
const mostPapers = 20;

export interface PaperView {
  paper: string;
  /** Which of the papers asked for it is. */
  kind: string;
  type: string;
  bytes: number;
  addedAt: Date;
}

/** What a file is, by its first bytes: what the sender calls it is not believed. */
export function typeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16));
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
    return 'image/webp';
  return undefined;
}

/** Listed in the order in which they are checked. */
export type BringPaperRefusal =
  | { no: 'paper_is_empty' }
  | { no: 'paper_is_too_large'; most: number }
  | { no: 'paper_is_of_no_known_kind'; may: string[] }
  | KeyRefusal
  | AddPaperRefusal;

/** Takes a paper in: PDF, JPEG, PNG or WebP. Its bytes are sealed before they are written anywhere. */
export async function bringPaper(
  call: Call,
  { store, kind, bytes }: { store: string; kind: string; bytes: Uint8Array },
): Promise<Result<PaperView, BringPaperRefusal>> {
  if (bytes.length === 0) return refuse({ no: 'paper_is_empty' });
  if (bytes.length > mostBytes) return refuse({ no: 'paper_is_too_large', most: mostBytes });
  const type = typeOf(bytes);
  if (!type) return refuse({ no: 'paper_is_of_no_known_kind', may: ['PDF', 'JPEG', 'PNG', 'WebP'] });
  // Nobody fills our disk with papers for a store that is not theirs.
  if (!(await question(call.house, call.by, (ask) => maySee(ask, store), {}))) return refuse({ no: 'store_not_found' });
  const file = await call.house.files.put(Buffer.from(seal(call.house, Buffer.from(bytes).toString('base64'))));
  // The file's name is new with every sealing, so it is not part of what makes the command the same.
  const add = (work: Work, paper: { store: string; kind: string; type: string; bytes: number }) =>
    addPaper(work, { ...paper, file });
  return perform(call.house, { key: call.key, by: call.by }, add, { store, kind, type, bytes: bytes.length });
}

export type AddPaperRefusal =
  | RoleRefusal
  | { no: 'application_is_not_a_draft'; state: StoreState }
  | { no: 'paper_is_not_asked'; kind: string }
  | { no: 'too_many_papers'; most: number };

interface NewPaper {
  store: string;
  kind: string;
  type: string;
  bytes: number;
  file: string;
}

async function addPaper(
  work: Work,
  { store, kind, type, bytes, file }: NewPaper,
): Promise<Result<PaperView, AddPaperRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'draft') return refuse({ no: 'application_is_not_a_draft', state: locked.value.state });
  const asked = await identityAsked(work, locked.value);
  if (!asked?.papers.some((one) => one.paper === kind)) return refuse({ no: 'paper_is_not_asked', kind });
  if ((await papersOf(work, store)).length >= mostPapers) return refuse({ no: 'too_many_papers', most: mostPapers });
  const paper = newId(work.now);
  await work.run(sql`
    insert into parties.papers (store, id, kind, file, type, bytes, added_at, added_by)
    values (${store}, ${paper}, ${kind}, ${file}, ${type}, ${bytes}, ${work.now}, ${work.by.id})`);
  return ok({ paper, kind, type, bytes, addedAt: work.now });
}

export type RemovePaperRefusal =
  RoleRefusal | { no: 'application_is_not_a_draft'; state: StoreState } | { no: 'paper_not_found' };

export async function removePaper(
  work: Work,
  { store, paper }: { store: string; paper: string },
): Promise<Result<{ paper: string }, RemovePaperRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'draft') return refuse({ no: 'application_is_not_a_draft', state: locked.value.state });
  const removed = await work.run(sql`delete from parties.papers where store = ${store} and id::text = ${paper}`);
  return removed > 0 ? ok({ paper }) : refuse({ no: 'paper_not_found' });
}

export async function papersOf(ask: Asking, store: string): Promise<PaperView[]> {
  const rows = await ask.many<{ id: string; kind: string; type: string; bytes: number; added_at: Date }>(sql`
    select id, kind, type, bytes, added_at from parties.papers where store = ${store} order by added_at, id`);
  return rows.map(({ id, kind, type, bytes, added_at }) => ({ paper: id, kind, type, bytes, addedAt: added_at }));
}

export type ShowPaperRefusal = { no: 'paper_not_found' };

/** The paper itself, opened. That staff looked at it is noted, before they see it. */
export async function showPaper(
  call: Call,
  { store, paper }: { store: string; paper: string },
): Promise<Result<{ type: string; bytes: Buffer }, ShowPaperRefusal>> {
  // A key of its own each time: an answer given once must not open the paper to somebody who may see it no more.
  const key = `paper:${newId(call.house.clock.now())}`;
  const noted = await perform(call.house, { key, by: call.by }, notePaperSeen, { store, paper });
  if (!noted.ok) return refuse({ no: 'paper_not_found' });
  const sealed = await call.house.files.get(noted.value.file);
  if (!sealed) return refuse({ no: 'paper_not_found' });
  return ok({ type: noted.value.type, bytes: Buffer.from(unseal(call.house, sealed.toString('utf8')), 'base64') });
}

async function notePaperSeen(
  work: Work,
  { store, paper }: { store: string; paper: string },
): Promise<Result<{ file: string; type: string }, { no: 'paper_not_found' }>> {
  if (!(await maySee(work, store))) return refuse({ no: 'paper_not_found' });
  const row = await work.one<{ file: string; type: string; kind: string }>(sql`
    select file, type, kind from parties.papers where store = ${store} and id::text = ${paper}`);
  if (!row) return refuse({ no: 'paper_not_found' });
  const isTheirs = work.by.stores.some((place) => place.store === store);
  if (isStaff(work.by, 'admission') && !isTheirs) {
    await audit(work, {
      deed: 'paper_seen',
      subject: `store:${store}`,
      why: 'Looked at a paper of the application.',
      detail: { paper, kind: row.kind },
    });
  }
  return ok({ file: row.file, type: row.type });
}
