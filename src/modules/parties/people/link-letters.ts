/** The letters that carry a link. What the reader is told is found out when the letter is written, not when it was asked for. */
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import { pageFor, writtenNow } from './letters.ts';
import type { LetterName } from './letters.ts';
import { linkToken } from './links.ts';
import type { LinkPurpose } from './links.ts';

const pages: Record<LinkPurpose, string> = {
  confirm: '/confirm-email',
  change_email: '/confirm-email',
  restore_email: '/confirm-email',
  reset: '/reset-password',
};

const letterFor: Record<LinkPurpose, LetterName> = {
  confirm: 'confirm',
  change_email: 'change_email',
  restore_email: 'email_changed',
  reset: 'reset',
};

interface LinkRow {
  purpose: LinkPurpose;
  email: string;
  name: string;
  locale: string;
  owner: string | null;
  owner_name: string | null;
  owner_locale: string | null;
}

/** Sends the letter of a link, unless it was used, or is over, or the address has become somebody else's. */
export async function sendLink(house: House, { person, link }: { person: string; link: string }): Promise<void> {
  const ask = asking(house, system, house.db);
  const row = await ask.one<LinkRow>(sql`
    select l.purpose, l.email, p.name, p.locale, o.id as owner, o.name as owner_name, o.locale as owner_locale
      from parties.links l
      join parties.people p on p.id = l.person
      left join parties.emails e on e.email = l.email
      left join parties.people o on o.id = e.person
     where l.person = ${person} and l.id = ${link} and l.used_at is null and l.expires_at > ${ask.now}`);
  if (!row) return;
  const { purpose, email, name, locale } = row;
  if (row.owner && row.owner !== person) {
    const owner = { name: row.owner_name!, locale: row.owner_locale! };
    const where = pageFor(house, owner.locale, '/forgot-password');
    const letter = await writtenNow(house, owner.locale, 'already_here', { name: owner.name, link: where });
    return house.mail.send({ to: email, ...letter });
  }
  const where = `${pageFor(house, locale, pages[purpose])}?token=${linkToken(house, { person, id: link })}`;
  await house.mail.send({
    to: email,
    ...(await writtenNow(house, locale, letterFor[purpose], { name, link: where })),
  });
}

/** For links made in a deed: the letter leaves after the commit. */
export const letterToConfirm = job<{ person: string; link: string }>('parties.link_letter', sendLink);
