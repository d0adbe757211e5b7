/** `entrepot verify`: the proof of the books. */
import { parseArgs } from 'node:util';
import { databaseUrl } from '#platform/postgres';
import { openGround } from '../ground/database.ts';
import { exitCodes, Halt } from '../ground/halt.ts';
import { withHouse } from '../ground/house.ts';
import { since } from '../ground/steps.ts';

export const help = `Proves the books: they sum to zero, the chain of sealed days is whole, escrow is what open orders hold.

Usage: bin/entrepot verify [--database URL]

Every currency must sum to zero, every balance be the sum of its transfers, no account that holds other people's money be
below zero. The chain of hashes is followed from its start; the first link that does not hold is named with its day, entry
and line. What escrow holds is compared with what the orders hold whose money waits here, and held stock with the orders
that hold it. It looks at one moment, changes nothing, and may run while the house is at work.

Options
  --database URL   another database than the kept one: its address, or its name on the same PostgreSQL
  --help           this page

Environment
  DATABASE_URL     the PostgreSQL (15 to 18); without it the embedded one in ENTREPOT_HOME is used
  ENTREPOT_HOME    the folder of all data (default .entrepot)

Examples
  bin/entrepot verify
  bin/entrepot verify --database entrepot_replay

${exitCodes}
  1  too when something does not hold`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { database: { type: 'string' } } });
  const wanted = values.database;
  if (wanted?.includes('://')) process.env['DATABASE_URL'] = wanted;
  const ground = await openGround();
  const url = wanted && !wanted.includes('://') ? databaseUrl(ground.url, wanted) : ground.url;
  process.env['DATABASE_URL'] = url;
  try {
    return await verify(new URL(url).pathname.slice(1));
  } finally {
    await ground.leave();
  }
}

async function verify(name: string): Promise<number> {
  const began = performance.now();
  const { proofOf } = await import('../replay/proof.ts');
  const { proofText } = await import('../replay/proof-text.ts');
  const { isMigrated } = await import('#platform/migrate');
  return withHouse(async (house) => {
    if (!(await isMigrated(house).catch(explain(name)))) {
      throw new Halt(
        `The database ${name} is not of this version.`,
        'Bring it to this version with: bin/entrepot migrate',
      );
    }
    const proof = await proofOf(house);
    console.log(proofText(proof).join('\n'));
    const { length } = proof.problems;
    console.log(
      length === 0
        ? `\nThe books hold. (${since(began)})`
        : `\n${length === 1 ? 'One thing does' : `${length} things do`} not hold.`,
    );
    return length === 0 ? 0 : 1;
  });
}

const explain =
  (name: string) =>
  (error: unknown): never => {
    const { code } = error as { code?: string };
    if (code === '3D000') throw new Halt(`There is no database ${name}.`, 'Its name is the last part of its address.');
    if (code === '42P01') throw new Halt(`The database ${name} holds no house.`, 'Make one with: bin/entrepot migrate');
    throw error;
  };
