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

/**
 * The triggers of one life. PostgreSQL reads a trigger's condition anew for each statement, so it is kept short; the steps
 * stand in a function, which is read once per connection.
 */
export function lifeGuard({ table, column = 'state', life }: GuardedLife): string[] {
  const steps = Object.entries(life.allowed()).flatMap(([from, targets]) => targets.map((to) => `('${from}','${to}')`));
  const allowed = steps.length > 0 ? `(old.${column}, new.${column}) in (${steps.join(', ')})` : 'false';
  const name = `${table}_${column}_step`;
  return [
    `create or replace trigger ${column}_begins before insert on ${table} for each row
      when (new.${column} <> '${life.first}') execute function platform.refuse_step('${column}')`,
    `create or replace function ${name}() returns trigger language plpgsql as $$
    begin
      if not (${allowed}) then
        raise exception 'illegal step of ${table}: % -> %', old.${column}, new.${column} using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
    `create or replace trigger ${column}_steps before update on ${table} for each row
      when (old.${column} is distinct from new.${column}) execute function ${name}()`,
  ];
}

/** Makes the triggers of all lives anew, so that the database and the code never disagree. */
export async function guardLives(db: Database, lives: readonly GuardedLife[]): Promise<void> {
  for (const one of lives) for (const text of lifeGuard(one)) await db.query(text);
}
