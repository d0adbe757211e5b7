import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configFrom } from '#platform/config';
import { environmentOf } from './environment.ts';
import { isNewer, openHome } from './home.ts';
import { version } from './root.ts';

let folder: string;
const before = process.env['ENTREPOT_HOME'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-home-'));
  process.env['ENTREPOT_HOME'] = join(folder, 'home');
});

afterEach(() => {
  if (before === undefined) delete process.env['ENTREPOT_HOME'];
  else process.env['ENTREPOT_HOME'] = before;
  rmSync(folder, { recursive: true, force: true });
});

test('its secrets are made once, for our account only, whoever opens it first', async () => {
  const homes = await Promise.all([openHome(), openHome(), openHome()]);
  const again = await openHome();
  expect(new Set([...homes, again].map(({ secrets }) => JSON.stringify(secrets))).size).toBe(1);
  expect(statSync(join(again.dir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(again.dir, 'version'), 'utf8')).toBe(`${version}\n`);
});

test('what it tells the processes is all that they need', async () => {
  const home = await openHome();
  const config = configFrom(environmentOf(home, 4321, 'postgres://somewhere/else'));
  expect(config).toMatchObject({ databaseUrl: 'postgres://somewhere/else', port: 4321, home: home.dir });
  expect(config.secret.symmetricKeySize).toBe(32);
});

test.each([
  ['0.2.0', '0.1.9', true],
  ['0.10.0', '0.9.0', true],
  ['1.0.0', '1.0.0', false],
  ['0.9.9', '1.0.0', false],
  ['', '0.1.0', false],
])('%s is newer than %s: %s', (one, other, answer) => {
  expect(isNewer(one, other)).toBe(answer);
});
