import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountFor, commandAs } from './account.ts';
import { findProgram } from './program.ts';

let folder: string;
let data: string;

beforeEach(() => {
  // Open to its owner only.
  folder = mkdtempSync(join(tmpdir(), 'entrepot-account-'));
  data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

// Each is told where it can happen; neither is ever reported as skipped.
if (process.getuid?.() === 0 && process.platform === 'linux') describe('root', asRoot);
else test('an ordinary user runs it itself', asOrdinaryUser);

async function asOrdinaryUser(): Promise<void> {
  expect(await accountFor(data, findProgram().initdb)).toEqual({ name: 'this account' });
}

function asRoot(): void {
  test('lends it an account, gives that the data, and lets it pass a closed folder with no other power', async () => {
    // The programs lie in a closed folder, too.
    symlinkSync(dirname(findProgram().initdb), join(folder, 'bin'));
    const account = await accountFor(data, join(folder, 'bin', 'initdb'));
    expect(account.lent?.uid).toBeGreaterThan(0);
    expect(statSync(data).uid).toBe(account.lent?.uid);
    expect(account.keeps).toMatch(/^dac_/);

    const { file, args, options } = commandAs(account, 'sh', ['-c', 'id -u; grep CapEff /proc/self/status']);
    const [uid, powers] = execFileSync(file, args, { ...options, encoding: 'utf8' }).split('\n');
    expect(Number(uid)).toBe(account.lent?.uid);
    // One bit: dac_override is number 1, dac_read_search number 2.
    expect(powers).toMatch(/^CapEff:\t0{15}[24]$/);
  });

  test('runs data that belong to somebody as that one', async () => {
    const account = await accountFor(data, findProgram().initdb);
    expect(await accountFor(data, findProgram().initdb)).toEqual(account);
  });
}
