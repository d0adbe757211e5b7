import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { conceptNames } from '#modules/catalogue';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { question as ask } from '#platform/work';
import type { Answer } from '../memory/memory-index.ts';
import type { Suggestions } from '../memory/suggest.ts';
import type { Engine } from './engine.ts';
import type { Asked, Told } from './messages.ts';
import type { Place } from './thread.ts';

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Names of categories change seldom. */
const namesEveryMs = 30_000;
/** A thread that died is begun again, but not in a circle without rest. */
const restMs = 1_000;

/** The index of this process, in a thread beside it. */
export function memoryEngine(house: House): Engine {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let closed = false;
  let thread: Worker;
  let names = '';

  const begin = () => {
    const place: Place = {
      databaseUrl: house.config.databaseUrl,
      path: join(house.config.home, 'search', 'goods'),
      making: false,
    };
    thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: place });
    // Whoever wants to end need not wait for it.
    thread.unref();
    thread.on('message', hear);
    thread.on('error', (err) => house.log.error({ err }, 'the search index failed'));
    thread.on('exit', () => {
      if (closed) return;
      setTimeout(() => {
        if (closed) return;
        begin();
        names = '';
        void sendNames();
        for (const [id, { asked }] of waiting) thread.postMessage({ ...asked, id });
      }, restMs).unref();
    });
  };
  const hear = (told: Told) => {
    if ('ready' in told) return house.log.info(told.ready, 'the search index is ready');
    if ('trouble' in told) return house.log.warn({ err: told.trouble }, 'the search index had trouble');
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if ('error' in told) one?.reject(new Error(told.error));
    else one?.resolve(told.value as never);
  };
  const send = <Value>(asked: Asked): Promise<Value> =>
    new Promise<Value>((resolve, reject) => {
      const id = ++next;
      waiting.set(id, { asked, resolve: resolve as Waiting['resolve'], reject });
      thread.postMessage({ ...asked, id });
    });
  const sendNames = async () => {
    try {
      const now = await ask(house, system, conceptNames, undefined);
      const text = JSON.stringify(now);
      if (text === names || closed) return;
      names = text;
      await send({ names: now });
    } catch (err) {
      if (!closed) house.log.warn({ err }, 'the names of categories could not be read for search');
    }
  };

  begin();
  const named = sendNames();
  const again = setInterval(() => void sendNames(), namesEveryMs);
  again.unref();
  return {
    ask: async (question) => {
      await named;
      return send<Answer>({ question });
    },
    suggest: async (unfinished) => {
      await named;
      return send<Suggestions>({ unfinished });
    },
    caughtUp: async () => {
      await named;
      await sendNames();
      await send({ catchUp: true });
    },
    close: async () => {
      closed = true;
      clearInterval(again);
      await thread.terminate();
      for (const { reject } of waiting.values()) reject(new Error('The house closes.'));
      waiting.clear();
    },
  };
}
