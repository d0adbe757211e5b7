/** The database and the processes of one `start`: opened together, watched, and closed in order. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildWhenStale } from './build.ts';
import type { Building } from './build.ts';
import { supervise } from './children.ts';
import type { Supervised } from './children.ts';
import { environmentOf } from './environment.ts';
import { Halt } from './halt.ts';
import type { Home } from './home.ts';
import { fillWithDemo, migrateHouse, withHouse } from './house.ts';
import { keepDatabase } from './kept-database.ts';
import type { KeptDatabase } from './kept-database.ts';
import type { Running } from './running.ts';
import type { Steps } from './steps.ts';

export interface Plan {
  home: Home;
  port: number;
  demo: boolean;
  /** The processes write to our terminal instead of to files. */
  logs: boolean;
  steps: Steps;
  running: Running;
}

interface State {
  closing: boolean;
  building?: Building | undefined;
  database?: Promise<KeptDatabase>;
  processes: Partial<Record<keyof typeof files, Supervised>>;
}

const files = { server: 'src/server.ts', worker: 'src/worker.ts', world: 'world/main.ts' };
/** How long each may take to end, in ms: who takes requests first, the data last. Together under ten seconds. */
const patience = { server: 3000, worker: 2500, world: 1000, database: 2500 };
const longestOpening = 120_000;

export interface Premises {
  /** Until `/healthz` answers 200. */
  open(): Promise<void>;
  /** Within ten seconds; at once when `hurried` comes. */
  close(hurried: Promise<void>): Promise<void>;
}

export function openPremises(plan: Plan): Premises {
  const state: State = { closing: false, processes: {} };
  return { open: () => open(plan, state), close: (hurried) => close(state, hurried) };
}

async function open(plan: Plan, state: State): Promise<void> {
  await Promise.all([build(plan, state), prepareData(plan, state)]);
  if (state.closing) return;
  const step = plan.steps.begin('doors');
  begin('server', plan, state);
  begin('worker', plan, state);
  await untilHealthy(plan.port, state);
  step.done('open');
}

async function build({ steps }: Plan, state: State): Promise<void> {
  state.building = buildWhenStale();
  if (!state.building) return;
  const step = steps.begin('web pages');
  await state.building.done;
  step.done('built');
}

async function prepareData(plan: Plan, state: State): Promise<void> {
  const { home, port, demo, steps } = plan;
  const step = steps.begin('database');
  const moved = (url: string): void => {
    process.env['DATABASE_URL'] = url;
    for (const one of Object.values(state.processes)) one.restart(environment());
  };
  state.database = keepDatabase({ home, note: step.note, say: steps.say, moved });
  const { url, found } = await state.database;
  step.done(found);
  if (state.closing) return;
  Object.assign(process.env, environmentOf(home, port, url));
  await withHouse(async (house) => {
    const tables = steps.begin('tables');
    const ran = await migrateHouse(house, tables.note);
    tables.done(ran === 0 ? 'up to date' : `${ran} migrations`);
    if (!demo || state.closing) return;
    const goods = steps.begin('demo marketplace');
    goods.done(await fillWithDemo(house, goods.note));
  });
  // The demo's history has an outside world of its own, which remembers in the same place: two at once would lose one.
  if (!worldIsElsewhere && !state.closing) begin('world', plan, state);
}

// Read before our own environment names it.
const worldIsElsewhere = Boolean(process.env['WORLD_URL']);

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function begin(name: keyof typeof files, { home, logs, steps, running }: Plan, state: State): void {
  state.processes[name] = supervise({
    name,
    file: files[name],
    env: environment(),
    ...(!logs && { log: join(home.dir, 'logs', `${name}.log`) }),
    tell: steps.say,
    onStart: running.addChild,
  });
}

async function untilHealthy(port: number, state: State): Promise<void> {
  const { processes } = state;
  for (let began = performance.now(); !state.closing; await sleep(100)) {
    if (await isHealthy(port)) return;
    const failing = Object.values(processes).find((one) => one.deaths() >= 3);
    const late = performance.now() - began > longestOpening;
    if (!failing && !late) continue;
    const what = failing
      ? `The ${failing.name} does not stay up.`
      : `The doors did not open within ${longestOpening / 1000} s.`;
    throw new Halt(
      `${what} Its last words:\n${(failing ?? processes.server)?.lastWords()}`,
      'More is in the folder logs of ENTREPOT_HOME.',
      1,
    );
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

async function close(state: State, hurried: Promise<void>): Promise<void> {
  state.closing = true;
  state.building?.stop();
  const { server, worker, world } = state.processes;
  await closeOne(server && ((within) => server.stop(within)), patience.server, hurried);
  await closeOne(worker && ((within) => worker.stop(within)), patience.worker, hurried);
  await closeOne(world && ((within) => world.stop(within)), patience.world, hurried);
  // It may be starting still.
  const database = await state.database?.catch(() => undefined);
  await closeOne(database && ((within) => database.close(within)), patience.database, hurried);
}

async function closeOne(
  stop: ((within: number) => Promise<void>) | undefined,
  within: number,
  hurried: Promise<void>,
): Promise<void> {
  if (stop) await Promise.race([stop(within), hurried.then(() => stop(0))]);
}
