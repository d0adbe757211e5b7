/** `entrepot migrate`: the database brought to this version. */
import { parseArgs } from 'node:util';
import { openGround } from '../ground/database.ts';
import { exitCodes } from '../ground/halt.ts';
import { migrateHouse, withHouse } from '../ground/house.ts';

export const help = `Brings the database to this version, and does nothing when it is.

Usage: bin/entrepot migrate

"start" does it by itself. On a cluster run it once, before the new processes; the old ones may go on meanwhile. Each
migration runs in a transaction of its own, forward only; when several run it at once, one does it and the others wait.

Environment
  DATABASE_URL     the PostgreSQL (15 to 18); without it the embedded one in ENTREPOT_HOME is used
  ENTREPOT_HOME    the folder of all data (default .entrepot)

Examples
  bin/entrepot migrate
  DATABASE_URL=postgres://me:secret@db/entrepot bin/entrepot migrate

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const ground = await openGround();
  try {
    const ran = await withHouse((house) => migrateHouse(house, (line) => console.log(`  ${line}`)));
    console.log(ran === 0 ? 'The database is of this version already.' : `${ran} migrations ran.`);
    return 0;
  } finally {
    await ground.leave();
  }
}
