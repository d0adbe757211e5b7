/** What has run out is struck off each hour: sessions, links, copies, challenges, passkeys that were removed, counts of knocks. */
import type { House } from '#platform/house';
import { every } from '#platform/jobs';
import { sql } from '#platform/sql';

export const tidyUp = every('parties.tidy_up', { minutes: 60 }, async (house: House) => {
  const now = house.clock.now();
  const dayAgo = new Date(now.getTime() - 86_400_000);
  // Links stay a month after their end, so that who follows an old one is told that it is over.
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000);
  await house.db.query(sql`delete from parties.sessions where expires_at <= ${now}`);
  await house.db.query(sql`delete from parties.links where expires_at <= ${monthAgo}`);
  await house.db.query(sql`delete from parties.copies where expires_at <= ${now}`);
  await house.db.query(sql`delete from parties.challenges where expires_at <= ${now}`);
  await house.db.query(sql`delete from parties.passkeys where removed_at <= ${dayAgo}`);
  await house.db.query(sql`delete from parties.knocks where since < ${dayAgo}`);
});
