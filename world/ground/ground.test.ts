import { mkdtempSync, readFileSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openAgenda } from './agenda.ts';
import { dice, openMischief } from './faults.ts';
import { newId } from './ids.ts';
import { openJournal } from './journal.ts';
import { markup } from './page.ts';
import { signature } from './post.ts';

const dir = mkdtempSync(join(tmpdir(), 'world-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a webhook is signed as the standard has it (rules 5.4, the vector of the specification)', () => {
  const body = '{"test": 2432232314}';
  const signed = signature('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, body);
  expect(signed).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('the agenda does things in the order of their time, also those that come up on the way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 200 }), (times) => {
      const agenda = openAgenda();
      const done: number[] = [];
      agenda.on('thing', (_, at) => {
        done.push(at.getTime());
        if (at.getTime() % 7 === 0) agenda.add('sequel', '', at.getTime() + 3);
      });
      agenda.on('sequel', (_, at) => done.push(at.getTime()));
      for (const time of times) agenda.add('thing', '', time);
      const count = agenda.run(new Date(500));
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(count).toBe(done.length);
      expect(agenda.next() ?? 501).toBeGreaterThan(500);
      agenda.run(new Date(2000));
      expect(done.length).toBe(times.length + times.filter((time) => time % 7 === 0).length);
      expect(agenda.next()).toBeUndefined();
    }),
  );
});

test('the journal remembers the last word on each thing, and passes over a line torn by a kill', () => {
  const journal = openJournal(dir);
  const kettles = journal.table<{ id: string; sold: number }>('kettle');
  kettles.put({ id: 'a', sold: 1 });
  kettles.put({ id: 'b', sold: 1 }).sold = 2;
  kettles.put({ id: 'c', sold: 3 });
  kettles.put({ id: 'a', sold: 5 });
  kettles.drop('c');
  journal.close();
  appendFileSync(join(dir, 'journal.ndjson'), '["kettle","a",{"id":"a","so');

  const again = openJournal(dir).table<{ id: string; sold: number }>('kettle');
  expect([...again.rows()]).toEqual([
    { id: 'a', sold: 5 },
    { id: 'b', sold: 1 },
  ]);
  // What was changed without being put down was lost, and what was dropped no longer takes room.
  expect(readFileSync(join(dir, 'journal.ndjson'), 'utf8').trim().split('\n')).toHaveLength(2);
});

describe('faults', () => {
  test('befall the share that was asked for, the same ones for the same seed', () => {
    const befallen = (seed: number) => {
      const mischief = openMischief();
      mischief.set({ webhooks: ['twice', 'late'], rate: 0.3, seed });
      return Array.from({ length: 1000 }, () => mischief.webhook());
    };
    const first = befallen(7);
    expect(befallen(7)).toEqual(first);
    expect(befallen(8)).not.toEqual(first);
    const count = (fault: string) => first.filter((one) => one === fault).length;
    expect(count('twice') + count('late')).toBeGreaterThan(240);
    expect(count('twice') + count('late')).toBeLessThan(360);
    expect(Math.abs(count('twice') - count('late'))).toBeLessThan(80);
  });

  test('end when nothing is asked for', () => {
    const mischief = openMischief();
    mischief.set({ api: 'slow', refunds: 'failed' });
    expect([mischief.api(), mischief.refundFails(), mischief.webhook()]).toEqual(['slow', true, undefined]);
    mischief.set({});
    expect([mischief.api(), mischief.refundFails()]).toEqual([undefined, false]);
  });

  test('the dice are fair enough', () => {
    const throwOne = dice(3);
    const mean = Array.from({ length: 10_000 }, throwOne).reduce((sum, number) => sum + number) / 10_000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});

test('what people typed does not become part of a page', () => {
  const typed = `<script>alert("1")</script>'&`;
  expect(markup`<p title="${typed}">${[typed, null, false, 3]}</p>`.html).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;3</p>',
  );
});

test('ids stand in the order of their time and do not repeat', () => {
  const times = [1, 2, 40, 1e9, 1.7e12, 1.9e12];
  const ids = times.map((time) => newId('pay', new Date(time)));
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => newId('pay', new Date(5)))).size).toBe(1000);
});
