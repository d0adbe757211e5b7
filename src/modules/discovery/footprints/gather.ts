/** Footprints of this server that are not written yet. Noting one costs a push; they are written together, a moment later. */
import { newId } from '#kernel/id';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { keepFootprints } from './keep-footprints.ts';
import type { Footprint } from './keep-footprints.ts';

const waitMs = 2_000;
/** More than so many at once are lost, as those of a server that is killed: it is a help, not a book. */
const most = 10_000;
const ours = Symbol('footprints');

interface Gathered {
  footprints: Footprint[];
  writing: NodeJS.Timeout | undefined;
}

export function noteFootprint(house: House, footprint: Omit<Footprint, 'at'>): void {
  const gathered = gatheredBy(house);
  if (gathered.footprints.length >= most) return;
  gathered.footprints.push({ ...footprint, at: house.clock.now() });
  gathered.writing ??= setTimeout(() => void write(house, gathered), waitMs).unref();
}

function gatheredBy(house: House): Gathered {
  const found = house.memory.get(ours) as Gathered | undefined;
  if (found) return found;
  const gathered: Gathered = { footprints: [], writing: undefined };
  house.memory.set(ours, gathered);
  house.whenClosing(() => write(house, gathered));
  return gathered;
}

async function write(house: House, gathered: Gathered): Promise<void> {
  clearTimeout(gathered.writing);
  gathered.writing = undefined;
  const footprints = gathered.footprints.splice(0);
  if (footprints.length === 0) return;
  const key = `footprints ${newId(house.clock.now())}`;
  await perform(house, { key, by: system }, keepFootprints, { footprints }).catch((err: unknown) =>
    house.log.warn({ err }, 'footprints could not be written'),
  );
}
