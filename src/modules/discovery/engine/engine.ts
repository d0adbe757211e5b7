/** Who answers what is sought. */
import type { House } from '#platform/house';
import { remembered } from '#platform/house';
import type { Answer, Question } from '../memory/memory-index.ts';
import type { Suggestions } from '../memory/suggest.ts';
import { memoryEngine } from './memory-engine.ts';

export interface Engine {
  ask(question: Question): Promise<Answer>;
  suggest(unfinished: { text: string; locale: string }): Promise<Suggestions>;
  /** Resolves when everything can be found that was committed before. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

const memory = Symbol('discovery.engine');

/** The process's own; made at the first asking. */
export function engineOf(house: House): Engine {
  return remembered(house, memory, () => {
    const engine = memoryEngine(house);
    house.whenClosing(() => engine.close());
    return engine;
  });
}

/** Resolves when everything can be found that was committed before; at once where nobody has sought anything yet. */
export async function findingCaughtUp(house: House): Promise<void> {
  await (house.memory.get(memory) as Engine | undefined)?.caughtUp();
}
