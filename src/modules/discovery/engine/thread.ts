/**
 * The index in a thread of its own: made from the database or read from disk, then kept as the database is. Asked by
 * messages; while it is being made, questions wait.
 */
import { parentPort, workerData, Worker } from 'node:worker_threads';
import { openDatabase } from '#platform/database';
import type { Database } from '#platform/database';
import type { MemoryIndex } from '../memory/memory-index.ts';
import type { ConceptNames } from '../memory/concepts.ts';
import type { Asked, Told } from './messages.ts';
import { IndexOnDisk } from './index-on-disk.ts';
import { News } from './news.ts';

export interface Place {
  readonly databaseUrl: string;
  /** Where the index is kept. */
  readonly path: string;
  /** Only to make it anew, and end. */
  readonly making: boolean;
}

const place = workerData as Place;
const port = parentPort!;
const tell = (told: Told) => port.postMessage(told);

const everyMs = 200;
/** Looking takes no more than one tenth of the time. */
const restOfLook = 9;
/** When so many are new, or one in so many, all is made anew. */
const mostFresh = 3_000;
const freshShare = 20;

class Keeper {
  private readonly database: Database;
  private index: MemoryIndex;
  private size: number;
  private news: News;
  private names: ConceptNames = [];
  private looking: Promise<void> | undefined;
  private making = false;

  constructor(database: Database, { index, size, seen }: IndexOnDisk) {
    this.database = database;
    this.index = index;
    this.size = size;
    this.news = new News(database, seen);
  }

  /** Takes in what is new; one look at a time. */
  look(): Promise<void> {
    return (this.looking ??= this.lookNow().finally(() => (this.looking = undefined)));
  }

  private async lookNow(): Promise<void> {
    this.index.take(await this.news.since());
    if (!this.making && this.index.fresh > Math.max(mostFresh, this.size / freshShare)) this.remake();
  }

  /** In another thread, so that nobody waits; then what came meanwhile is news to it. */
  private remake(): void {
    this.making = true;
    const maker = new Worker(new URL(import.meta.url), { workerData: { ...place, making: true } });
    maker.on('error', (error) => tell({ trouble: String(error) }));
    maker.on('exit', () => {
      this.takeMade()
        .catch((error: unknown) => tell({ trouble: String(error) }))
        .finally(() => (this.making = false));
    });
  }

  private async takeMade(): Promise<void> {
    const made = await IndexOnDisk.read(this.database, place.path);
    if (!made) return;
    made.index.name(this.names);
    // What is being looked at now is of the old one's news.
    await this.looking;
    this.news = new News(this.database, made.seen);
    made.index.take(await this.news.since());
    [this.index, this.size] = [made.index, made.size];
  }

  async answer(asked: Asked): Promise<unknown> {
    if ('names' in asked) {
      this.names = asked.names;
      this.index.name(asked.names);
      return undefined;
    }
    if ('catchUp' in asked) {
      await this.looking;
      await this.look();
      return undefined;
    }
    if ('unfinished' in asked) return this.index.suggest(asked.unfinished);
    return this.index.ask(asked.question);
  }
}

async function keep(): Promise<void> {
  const database = openDatabase(place.databaseUrl, {
    pool: 1,
    onError: (error) => tell({ trouble: error.message }),
  });
  const begun = performance.now();
  const kept = await IndexOnDisk.read(database, place.path);
  const keeper = new Keeper(database, kept ?? (await IndexOnDisk.make(database, place.path)));
  await keeper.look();
  tell({ ready: { fromDisk: kept !== undefined, ms: Math.round(performance.now() - begun) } });
  const answer = (asked: Asked & { id: number }) => {
    keeper.answer(asked).then(
      (value) => tell({ id: asked.id, value }),
      (error: unknown) =>
        tell({ id: asked.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  };
  port.on('message', answer);
  for (;;) {
    const from = performance.now();
    try {
      await keeper.look();
    } catch (error) {
      tell({ trouble: error instanceof Error ? error.message : String(error) });
    }
    const took = performance.now() - from;
    await new Promise((wake) => setTimeout(wake, Math.max(everyMs, took * restOfLook)));
  }
}

async function makeAndEnd(): Promise<void> {
  const database = openDatabase(place.databaseUrl, { pool: 1, onError: () => undefined });
  await IndexOnDisk.make(database, place.path);
  await database.close();
}

await (place.making ? makeAndEnd() : keep());
