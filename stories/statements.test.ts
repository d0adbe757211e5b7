/**
 * Every statement of every module is put before the migrated database: it must parse with the rights of its own module
 * only (the wall, held by the database), and return the names and types that its caller says.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { departments } from '../src/modules/departments.ts';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { readStatements } from '../tools/statements.ts';
import type { FoundStatement, Source } from '../tools/statements.ts';

const root = resolve(import.meta.dirname, '..');
const files = globSync('src/{platform,modules}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.testing.ts'))
  .map((file) => resolve(root, file));

let house: TestHouse;
let client: pg.Client;
let source: Source;
let nullable: Set<string>;
const rights = `wall_${process.pid}_`;

beforeAll(async () => {
  house = await openTestHouse();
  client = new pg.Client({ connectionString: house.config.databaseUrl });
  await client.connect();
  for (const { name } of departments) {
    await client.query(`create role ${rights}${name}; grant usage on schema ${name}, platform to ${rights}${name}`);
    await client.query(`grant all on all tables in schema ${name}, platform to ${rights}${name}`);
  }
  const { rows } = await client.query(
    `select attrelid || '.' || attnum as place from pg_attribute where not attnotnull and attnum > 0`,
  );
  nullable = new Set(rows.map((row: { place: string }) => row.place));
  source = readStatements(root, files);
}, 120_000);

afterAll(async () => {
  await client.query('reset role');
  for (const { name } of departments) await client.query(`drop owned by ${rights}${name}; drop role ${rights}${name}`);
  await client.end();
  await house.close();
});

interface Field {
  name: string;
  tableID: number;
  columnID: number;
  dataTypeID: number;
}

/** Asks what a statement returns, without running it. */
class Describe {
  fields: Field[] = [];
  text: string;
  done: (error: Error | null, fields: Field[]) => void;
  constructor(text: string, done: (error: Error | null, fields: Field[]) => void) {
    this.text = text;
    this.done = done;
  }
  submit(connection: { parse(x: object): void; describe(x: object): void; sync(): void }): null {
    connection.parse({ text: this.text, name: '', types: [] });
    connection.describe({ type: 'S', name: '' });
    connection.sync();
    return null;
  }
  handleRowDescription(message: { fields: Field[] }): void {
    this.fields = message.fields;
  }
  handleError(error: Error): void {
    const done = this.done;
    this.done = () => undefined;
    done(error, []);
  }
  handleReadyForQuery(): void {
    this.done(null, this.fields);
  }
}

const describeText = (text: string) =>
  new Promise<Field[]>((give, fail) =>
    client.query(new Describe(text, (error, fields) => (error ? fail(error) : give(fields))) as never),
  );

async function fieldsOf({ texts }: FoundStatement): Promise<Field[]> {
  let failure: unknown;
  for (const text of texts) {
    try {
      return await describeText(text);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

const moduleOf = (file: string) => /src\/modules\/(\w+)\//.exec(file)?.[1];
const where = (one: FoundStatement) => `${one.file.slice(root.length + 1)}:${one.line}`;

test('every statement parses against the migrated database with the rights of its own module, and its row is what its caller says', async () => {
  const problems: string[] = [];
  for (const one of source.statements) {
    const module = moduleOf(one.file);
    await client.query(
      module && departments.some(({ name }) => name === module) ? `set role ${rights}${module}` : 'reset role',
    );
    try {
      const fields = await fieldsOf(one);
      if (one.row) problems.push(...differences(one, fields).map((problem) => `${where(one)} ${problem}`));
    } catch (error) {
      problems.push(`${where(one)} ${String(error)}`);
    }
  }
  expect(problems).toEqual([]);
  expect(source.statements.length).toBeGreaterThan(60);
});

function differences(one: FoundStatement, fields: Field[]): string[] {
  if (one.row!.length === 0) return ['says no row type'];
  const problems: string[] = [];
  for (const { name, type } of one.row!) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) problems.push(`expects a column "${name}" that the statement does not return`);
    else problems.push(...unlike(name, type, field));
  }
  for (const field of fields)
    if (!one.row!.some((expected) => expected.name === field.name))
      problems.push(`returns "${field.name}", which nobody expects`);
  return problems;
}

/** PostgreSQL's types as the driver gives them, by oid. */
const kinds: Record<number, (checker: ts.TypeChecker, type: ts.Type) => boolean> = (() => {
  const is = (base: (checker: ts.TypeChecker) => ts.Type) => (checker: ts.TypeChecker, type: ts.Type) =>
    checker.isTypeAssignableTo(type, base(checker));
  const text = is((checker) => checker.getStringType());
  const number = is((checker) => checker.getNumberType());
  const big = is((checker) => checker.getBigIntType());
  const truth = is((checker) => checker.getBooleanType());
  const named = (name: string) => (_checker: ts.TypeChecker, type: ts.Type) => type.symbol?.name === name;
  const listOf =
    (item: (checker: ts.TypeChecker, type: ts.Type) => boolean) => (checker: ts.TypeChecker, type: ts.Type) => {
      const inner = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      return inner !== undefined && item(checker, inner);
    };
  const any = () => true;
  return {
    16: truth,
    20: big,
    21: number,
    23: number,
    25: text,
    700: number,
    701: number,
    1042: text,
    1043: text,
    1082: text,
    1114: named('Date'),
    1184: named('Date'),
    1700: text,
    2950: text,
    19: text,
    114: any,
    3802: any,
    17: named('Buffer'),
    1009: listOf(text),
    2951: listOf(text),
    1007: listOf(number),
    1021: listOf(number),
    1016: listOf(big),
    1185: listOf(named('Date')),
    1015: listOf(text),
    3807: any,
    1000: listOf(truth),
  };
})();

function unlike(name: string, type: ts.Type, field: Field): string[] {
  const { checker } = source;
  const bare = checker.getNonNullableType(type);
  const kind = kinds[field.dataTypeID];
  if (!kind)
    return [`returns "${name}" of a type that the driver gives as it comes (oid ${field.dataTypeID}): cast it`];
  const problems: string[] = [];
  if (!kind(checker, bare))
    problems.push(
      `"${name}" is ${checker.typeToString(type)} to its caller, but oid ${field.dataTypeID} to the database`,
    );
  const mayBeNull = bare !== type;
  if (nullable.has(`${field.tableID}.${field.columnID}`) && !mayBeNull && field.dataTypeID !== 3802)
    problems.push(`"${name}" may be null in the database, but not to its caller`);
  return problems;
}
