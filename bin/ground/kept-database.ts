/** The database of a running house: started again when it dies, as often as it takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '#platform/postgres';
import type { RunningPostgres } from '#platform/postgres';
import { checkGiven, postgresIn } from './database.ts';
import { explain } from './halt.ts';
import type { Home } from './home.ts';

export interface KeptDatabase {
  url: string;
  /** What was found or made, in a few words. */
  found: string;
  close(patience: number): Promise<void>;
}

interface Wish {
  home: Home;
  /** What takes long. */
  note(text: string): void;
  say(line: string): void;
  /** It came back at another address. */
  moved(url: string): void;
}

export async function keepDatabase(wish: Wish): Promise<KeptDatabase> {
  const given = process.env['DATABASE_URL'];
  if (given)
    return { url: given, found: `PostgreSQL ${await checkGiven(given)} of DATABASE_URL`, close: async () => {} };
  const dir = postgresIn(wish.home);
  let postgres = await startPostgres({ dir, log: wish.note });
  let closing = false;
  const found = `PostgreSQL 18 ${postgres.created ? 'created' : postgres.adopted ? 'taken over, it still ran,' : 'started'} on port ${postgres.port}`;
  void watch();
  return {
    url: postgres.url,
    found,
    close: (patience) => {
      closing = true;
      return postgres.stop({ patience });
    },
  };

  async function watch(): Promise<void> {
    for (;;) {
      await postgres.ended;
      if (closing) return;
      wish.say('The database ended; it is started again.');
      const next = await again(dir, wish, () => closing);
      if (!next) return;
      if (closing) return next.stop();
      if (next.url !== postgres.url) wish.moved(next.url);
      postgres = next;
    }
  }
}

/** A full disk may have been freed by the next time. */
async function again(dir: string, { say, note }: Wish, isOver: () => boolean): Promise<RunningPostgres | undefined> {
  for (let pause = 1000; !isOver(); pause = Math.min(pause * 2, 30_000)) {
    try {
      return await startPostgres({ dir, log: note });
    } catch (error) {
      say(`${explain(error).text}\nThe next try is in ${pause / 1000} s.`);
      await sleep(pause, undefined, { ref: false });
    }
  }
  return undefined;
}
