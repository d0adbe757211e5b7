/** The database's own check of a life: no other step than the table's, whoever writes. */
import type { Database } from './database.ts';

/** A life as far as the database cares: where it stands and which state may follow which. */
export interface GuardedLife {
  readonly table: string;
  readonly column?: string;
  readonly life: {
    readonly first: string;
    readonly states: readonly string[];
    allowed(): Readonly<Record<string, readonly string[]>>;
  };
}

/** The triggers of one life. Their conditions are plain SQL, so that an allowed step costs no function call. */
export function lifeGuard({ table, column = 'state', life }: GuardedLife): { name: string; text: string }[] {
  const steps = Object.entries(life.allowed()).flatMap(([from, targets]) => targets.map((to) => `('${from}','${to}')`));
  const allowed = steps.length > 0 ? `(old.${column}, new.${column}) in (${steps.join(', ')})` : 'false';
  return [
    {
      name: `${column}_begins`,
      text: `create or replace trigger ${column}_begins before insert on ${table} for each row
        when (new.${column} <> '${life.first}') execute function platform.refuse_step('${column}')`,
    },
    {
      name: `${column}_steps`,
      text: `create or replace trigger ${column}_steps before update on ${table} for each row
        when (old.${column} is distinct from new.${column} and not ${allowed}) execute function platform.refuse_step('${column}')`,
    },
  ];
}

/** Makes the triggers of all lives anew, so that the database and the code never disagree. */
export async function guardLives(db: Database, lives: readonly GuardedLife[]): Promise<void> {
  for (const one of lives) for (const { text } of lifeGuard(one)) await db.query(text);
}
