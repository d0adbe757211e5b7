/** The audit trail, as the desk reads it. */
import { isId } from '#kernel/id';
import { isStaff } from '#platform/actor';
import type { StaffRole } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface AuditLine {
  id: string;
  at: Date;
  actor: string;
  name: string;
  deed: string;
  subject: string;
  why: string;
  detail: Record<string, unknown>;
}

export interface AuditPage {
  lines: AuditLine[];
  /** Give it back as `before` for the next page; null when there is none. */
  next: string | null;
}

/** Whose work a thing is may see what was done with it; the whole trail is for admins. */
const whoseWork: Readonly<Record<string, StaffRole>> = {
  store: 'admission',
  product: 'listings',
  order: 'orders',
  shipment: 'orders',
  payment: 'money',
  refund: 'money',
  payout: 'money',
  timer: 'rules',
  method: 'rules',
  margin: 'rules',
  line: 'rules',
  category: 'rules',
  identity_rule: 'rules',
  text: 'rules',
};

const pageSize = 50;
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface AuditWanted {
  /** Of one thing, such as `store:<id>`. */
  subject?: string | undefined;
  /** Words of a line. */
  text?: string | undefined;
  /** Deeds that the words name in the reader's language; their lines fit, too. */
  deeds?: readonly string[] | undefined;
  before?: string | undefined;
}

/** What staff did with one thing or with all: the latest first. */
export async function auditTrail(
  ask: Asking,
  { subject = '', text = '', deeds = [], before = '' }: AuditWanted,
): Promise<AuditPage | undefined> {
  if (!isStaff(ask.by, whoseWork[subject.split(':')[0]!] ?? 'admin')) return undefined;
  const about = subject === '' ? sql.part`true` : sql.part`subject = ${subject}`;
  const said =
    text.trim() === ''
      ? sql.part`true`
      : sql.part`(position(lower(${text.trim()}) in lower(name || ' ' || deed || ' ' || subject || ' ' || why)) > 0
                  or deed = any(${[...deeds]}))`;
  const lines = await ask.many<AuditLine>(sql`
    select id, at, actor, name, deed, subject, why, detail
      from platform.audit
     where ${about}
       and ${said}
       and id < ${isId(before) ? before : last}
     order by id desc
     limit ${pageSize + 1}`);
  const shown = lines.slice(0, pageSize);
  return { lines: shown, next: lines.length > pageSize ? shown.at(-1)!.id : null };
}
