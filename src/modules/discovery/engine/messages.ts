/** What the house and the thread of the index say to each other. */
import type { ConceptNames } from '../memory/concepts.ts';
import type { Question } from '../memory/memory-index.ts';

export type Asked =
  | { readonly question: Question }
  | { readonly unfinished: { readonly text: string; readonly locale: string } }
  /** What categories and values are called from now on. */
  | { readonly names: ConceptNames }
  /** Answered when all is taken in that was committed before. */
  | { readonly catchUp: true };

export type Told =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly ready: { readonly fromDisk: boolean; readonly ms: number } }
  /** Something failed that nobody waits for. */
  | { readonly trouble: string };
