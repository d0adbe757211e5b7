/** The house: what every deed, question, job and door of one process shares. */
import type { FastifyInstance } from 'fastify';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database.ts';
import type { Door } from './door.ts';
import type { Reaction } from './facts.ts';
import type { Files } from './files.ts';
import type { JobKind, Periodic } from './jobs.ts';
import type { GuardedLife } from './lives.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail.ts';
import type { LetterTexts } from './own-texts.ts';
import type { Personal } from './personal.ts';

/** A department of the trade, as the house sees it. */
export interface Module {
  readonly name: string;
  readonly migrations?: URL;
  readonly doors?: readonly Door[];
  readonly reactions?: readonly Reaction[];
  readonly jobs?: readonly JobKind[];
  readonly periodic?: readonly Periodic[];
  readonly lives?: readonly GuardedLife[];
  /** What the module holds on people, and how it forgets them. Who holds nothing says nothing. */
  readonly personal?: Personal;
  /** The words of the letters that the module sends; staff may set others over them. */
  readonly letters?: LetterTexts;
  /** What no door can say, such as webhooks, whose signature is over the raw bytes. */
  readonly routes?: (api: FastifyInstance, house: House) => void;
  /** Reference data that the module cannot work without: methods, lines, categories. Runs after each migration; idempotent. */
  readonly seed?: (house: House) => Promise<void>;
}

export interface House {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly log: Log;
  readonly files: Files;
  readonly mail: Mail;
  readonly modules: readonly Module[];
  /** The names of the reactions to each fact. */
  readonly reactionsTo: ReadonlyMap<string, readonly Reaction[]>;
  readonly reactions: ReadonlyMap<string, Reaction>;
  readonly jobs: ReadonlyMap<string, JobKind>;
  /** What the modules keep in memory for the whole process: compiled rules, caches. Keyed by the module's own symbol. */
  readonly memory: Map<symbol, unknown>;
  /** What must end before the database is left. */
  whenClosing(end: () => Promise<void>): void;
  close(): Promise<void>;
}

export function buildHouse(
  parts: Pick<House, 'config' | 'clock' | 'db' | 'log' | 'files' | 'mail' | 'modules'>,
): House {
  const reactionsTo = new Map<string, Reaction[]>();
  const reactions = new Map<string, Reaction>();
  const jobs = new Map<string, JobKind>();
  for (const module of parts.modules) {
    for (const reaction of module.reactions ?? []) {
      if (reactions.has(reaction.name)) throw new Error(`Two reactions are named ${reaction.name}.`);
      reactions.set(reaction.name, reaction);
      reactionsTo.set(reaction.to, [...(reactionsTo.get(reaction.to) ?? []), reaction]);
    }
    for (const kind of module.jobs ?? []) {
      if (jobs.has(kind.name)) throw new Error(`Two jobs are named ${kind.name}.`);
      jobs.set(kind.name, kind);
    }
  }
  const ends: (() => Promise<void>)[] = [];
  return {
    ...parts,
    reactionsTo,
    reactions,
    jobs,
    memory: new Map(),
    whenClosing: (end) => void ends.push(end),
    close: async () => {
      await Promise.all(ends.map((end) => end()));
      await parts.mail.close();
      await parts.db.close();
    },
  };
}

/** Something that a module keeps for the whole process, made at the first asking. */
export function remembered<T>(house: House, key: symbol, make: () => T): T {
  if (!house.memory.has(key)) house.memory.set(key, make());
  return house.memory.get(key) as T;
}

const the = Symbol.for('entrepot.house');

/** The process's own house, for the web part, which is loaded as a bundle and cannot be handed one. */
export function theHouse(): House {
  const house = (globalThis as Record<symbol, unknown>)[the] as House | undefined;
  if (!house) throw new Error('The house is not open yet.');
  return house;
}

export function setTheHouse(house: House): void {
  (globalThis as Record<symbol, unknown>)[the] = house;
}
