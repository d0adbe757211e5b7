import type { Journal } from '../ground/journal.ts';
import { newId } from '../ground/ids.ts';

export interface Attachment {
  name: string;
  type: string;
  bytes: number;
  /** Absent when the letter was too large to keep all of it. */
  base64?: string;
  contentId: string | null;
}

export interface Letter {
  id: string;
  at: string;
  from: string;
  /** Whom it was delivered to (the envelope), not what the head of the letter says. */
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  attachments: Attachment[];
  /** As it came over the wire; its end is missing when it was very long. */
  source?: string;
}

export interface Mailbox {
  port: number;
  /** Newest first; `to` finds addresses that contain it. */
  letters(wanted?: { to?: string; since?: Date; limit?: number }): Letter[];
  letter(id: string): Letter | undefined;
  clear(): void;
}

const kept = 2000;

export function openMailbox(journal: Journal, now: () => Date) {
  const table = journal.table<Letter>('letter');

  function put(letter: Omit<Letter, 'id' | 'at'>): Letter {
    const at = now();
    const oldest = table.size >= kept ? table.rows().next().value : undefined;
    if (oldest) table.drop(oldest.id);
    return table.put({ ...letter, id: newId('mail', at), at: at.toISOString() });
  }

  function letters({ to = '', since, limit = kept }: { to?: string; since?: Date; limit?: number } = {}): Letter[] {
    const wanted = to.trim().toLowerCase();
    const fits = (letter: Letter) =>
      letter.to.some((address) => address.toLowerCase().includes(wanted)) &&
      (!since || letter.at >= since.toISOString());
    return [...table.rows()].reverse().filter(fits).slice(0, limit);
  }

  return {
    put,
    letters,
    letter: (id: string) => table.get(id),
    clear: () => [...table.rows()].forEach(({ id }) => table.drop(id)),
  };
}
