/**
 * The life of a thing: which states it has and which deed leads from each to which. One table feeds the types, the
 * labels, the drawn picture and the check in the database. Effects never live here.
 */

/** Every target must itself be a state of the table, or the table does not compile. */
export type LifeTable<T> = { readonly [State in keyof T]: { readonly [deed: string]: keyof T & string } };

type StateOf<T> = keyof T & string;
type DeedOf<T> = { [S in keyof T]: keyof T[S] & string }[keyof T];
type TargetOf<T, Deed> = { [S in keyof T]: Deed extends keyof T[S] ? T[S][Deed] & string : never }[keyof T];

export interface Step<State extends string = string, Deed extends string = string> {
  readonly from: State;
  readonly deed: Deed;
  readonly to: State;
}

export interface Life<T> {
  readonly table: T;
  /** In the order of the table. */
  readonly states: readonly StateOf<T>[];
  readonly deeds: readonly DeedOf<T>[];
  /** The state in which the thing begins: the first of the table. */
  readonly first: StateOf<T>;
  /** The state after the deed, or undefined where the life does not allow the deed in this state. */
  after<Deed extends DeedOf<T>>(state: StateOf<T>, deed: Deed): TargetOf<T, Deed> | undefined;
  /** The deeds that are allowed in the state. */
  deedsIn(state: StateOf<T>): readonly DeedOf<T>[];
  /** Whether nothing leads out of the state. */
  final(state: StateOf<T>): boolean;
  /** Whether the text is one of the states. */
  has(text: string): text is StateOf<T>;
  steps(): Step<StateOf<T>, DeedOf<T>>[];
  /** The states that may follow each state: what the database checks. */
  allowed(): Record<StateOf<T>, StateOf<T>[]>;
  /** The source of a mermaid stateDiagram-v2. */
  draw(): string;
}

export type States<L> = L extends Life<infer T> ? StateOf<T> : never;
export type Deeds<L> = L extends Life<infer T> ? DeedOf<T> : never;

export function life<const T extends LifeTable<T>>(table: T): Life<T> {
  const states = Object.keys(table) as StateOf<T>[];
  const first = states[0];
  if (first === undefined) throw new Error('a life needs at least one state');

  const next = new Map(
    states.map((state) => [state, new Map(Object.entries(table[state]) as [DeedOf<T>, StateOf<T>][])]),
  );
  const steps = states.flatMap((from) => [...next.get(from)!].map(([deed, to]) => ({ from, deed, to })));
  checkNames(states, steps);

  return {
    table,
    states,
    deeds: [...new Set(steps.map((step) => step.deed))],
    first,
    after: (state, deed) => next.get(state)?.get(deed) as never,
    deedsIn: (state) => [...(next.get(state)?.keys() ?? [])],
    final: (state) => next.get(state)?.size === 0,
    has: (text): text is StateOf<T> => next.has(text as StateOf<T>),
    steps: () => steps.map((step) => ({ ...step })),
    allowed: () =>
      Object.fromEntries(states.map((state) => [state, [...new Set(next.get(state)!.values())]])) as Record<
        StateOf<T>,
        StateOf<T>[]
      >,
    draw: () => drawn(first, states, steps),
  };
}

// States are written into rows, URLs, message keys and pictures: one spelling suits them all.
function checkNames(states: readonly string[], steps: readonly Step[]): void {
  for (const name of [...states, ...steps.map((step) => step.deed)]) {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`a state or deed is spelled in small letters and _: ${name}`);
  }
  const stray = steps.find((step) => !states.includes(step.to));
  if (stray) throw new Error(`${stray.deed} leads from ${stray.from} to ${stray.to}, which is not a state`);
}

function drawn(first: string, states: readonly string[], steps: readonly Step[]): string {
  const ends = states.filter((state) => !steps.some((step) => step.from === state));
  return [
    'stateDiagram-v2',
    `    [*] --> ${first}`,
    ...steps.map(({ from, deed, to }) => `    ${from} --> ${to} : ${deed}`),
    ...ends.map((state) => `    ${state} --> [*]`),
    '',
  ].join('\n');
}
