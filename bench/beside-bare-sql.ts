/**
 * The deed that places an order beside its own statements sent bare: what the house adds to the database's client. The
 * statements of many placings are written down, with their values, then sent again by the driver alone to a copy of the
 * database as it was before, named and prepared like ours.
 */
import pg from 'pg';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { addToCart, placePurchase } from '#modules/trade';
import { guest } from '#platform/actor';
import type { Connection } from '#platform/database';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { dropDatabase } from '#platform/postgres';
import type { Statement } from '#platform/sql';
import { saoPaulo } from './buyer.ts';

const many = 400;
const warmUp = 150;

/** `times`: processor time of this process for the deed, in statements sent bare. The database's own is the same for both. */
export async function beside(
  house: House,
  variants: string[],
): Promise<{ times: number; deedMs: number; bareMs: number }> {
  const buyers = Array.from({ length: many + warmUp }, () => guest(newId(house.clock.now()).padEnd(32, '0')));
  for (const by of buyers)
    for (const variant of variants)
      must(await perform(house, { key: newId(house.clock.now()), by }, addToCart, { variant, quantity: 1 }));
  const copy = await copyOf(house);
  const sent: Statement[][] = [];
  const place = async (by: (typeof buyers)[number]) =>
    void must(await perform(recording(house, sent), { key: newId(house.clock.now()), by }, placePurchase, saoPaulo));
  for (const by of buyers.slice(0, warmUp)) await place(by);
  const deedMs = await spent(async () => {
    for (const by of buyers.slice(warmUp)) await place(by);
  });
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  const send = async (statements: Statement[]) => {
    for (const { name, text, values } of statements) await client.query({ name, text, values });
  };
  try {
    for (const statements of sent.slice(0, warmUp)) await send(statements);
    const bareMs = await spent(async () => {
      for (const statements of sent.slice(warmUp)) await send(statements);
    });
    return { times: deedMs / bareMs, deedMs: deedMs / many, bareMs: bareMs / many };
  } finally {
    await client.end();
    await dropDatabase(copy.url, copy.name);
  }
}

async function spent(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same house, with a line that writes down what goes over it. */
function recording(house: House, sent: Statement[][]): House {
  const take = async (): Promise<Connection> => {
    const connection = await house.db.take();
    const statements: Statement[] = [];
    sent.push(statements);
    return {
      query: (statement) => {
        if (typeof statement !== 'string') statements.push(statement);
        return connection.query(statement);
      },
      release: (broken) => connection.release(broken),
    };
  };
  return { ...house, db: { ...house.db, take } };
}

/** A copy of the database as it is; others must not be connected, so the house's idle connections are closed for it. */
async function copyOf(house: House): Promise<{ url: string; name: string }> {
  const url = new URL(house.config.databaseUrl);
  const from = url.pathname.slice(1);
  const name = `${from}_bare`;
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  // Everybody comes back by themselves: the pools open new connections when they are asked.
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
  for (let tries = 0; ; tries++) {
    try {
      await client.query(`create database ${name} template ${from}`);
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    }
  }
  await client.end();
  url.pathname = `/${name}`;
  return { url: url.toString(), name };
}
