/**
 * The account that PostgreSQL runs under. It refuses root, so root lends it another account of this machine.
 *
 * A clone in a folder that only root may enter (a `mktemp -d`, or /root) would be closed to that account. There PostgreSQL
 * keeps, from root's powers, only the one to pass closed folders, so that everything works where it lies.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { chown, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noPermission, PostgresTrouble } from './trouble.ts';

export interface Account {
  name: string;
  /** Undefined: our own account. */
  lent?: { uid: number; gid: number };
  /** A power kept from root (Linux capability). */
  keeps?: string;
}

/** What to spawn so that `program` runs under the account. */
export interface Command {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

export function commandAs({ lent, keeps }: Account, program: string, args: string[]): Command {
  if (!lent) return { file: program, args, options: {} };
  if (!keeps) return { file: program, args, options: lent };
  const who = [`--reuid=${lent.uid}`, `--regid=${lent.gid}`, '--clear-groups'];
  // Without the last, access(2), by which PostgreSQL looks at its own programs, would not count the power.
  const powers = [`--inh-caps=+${keeps}`, `--ambient-caps=+${keeps}`, '--securebits=+no_setuid_fixup'];
  return { file: 'setpriv', args: [...who, ...powers, program, ...args], options: {} };
}

/** The account for these data, which are given to it if we are root; it can run `initdb` and work there: that was tried. */
export async function accountFor(data: string, initdb: string): Promise<Account> {
  const owner = statSync(data);
  const we = process.getuid?.();
  if (we === undefined || we === owner.uid) {
    if (we !== 0) return { name: 'this account' };
  } else if (we !== 0) {
    throw noPermission(data, `it belongs to ${nameOf(owner.uid)}`);
  }
  const account =
    owner.uid === 0 ? accountToLend(data) : { name: nameOf(owner.uid), lent: { uid: owner.uid, gid: owner.gid } };
  if (owner.uid === 0) await give(data, account.lent);
  return ableAccount(account, initdb, data);
}

type Lent = Required<Pick<Account, 'name' | 'lent'>>;

function accountToLend(data: string): Lent {
  const known = accounts().filter(({ lent }) => lent.uid !== 0);
  const preferred = ['postgres', '_postgres', 'nobody', 'daemon', 'bin'].map((name) =>
    known.find((one) => one.name === name),
  );
  const account = preferred.find((one) => one) ?? known[0];
  if (!account) throw rootNeedsAnother('and this machine has no other account', dirname(data));
  return account;
}

/** The same account, with the least power it needs. `initdb --show` looks at all programs and changes nothing. */
function ableAccount(account: Lent, initdb: string, data: string): Account {
  const powers = process.platform === 'linux' ? [undefined, 'dac_read_search', 'dac_override'] : [undefined];
  for (const keeps of powers) {
    const able = keeps ? { ...account, keeps } : account;
    const { file, args, options } = commandAs(able, '/bin/sh', ['-c', probe, 'sh', initdb, data]);
    if (spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0) return able;
  }
  throw rootNeedsAnother(`and the account "${account.name}" may not work in this folder`, data);
}

const probe = 'cd "$2" && test -w . && "$1" --show -D "$2"';

async function give(path: string, to: Lent['lent']): Promise<void> {
  await chown(path, to.uid, to.gid);
  for (const entry of await readdir(path, { withFileTypes: true })) {
    if (entry.isDirectory()) await give(join(path, entry.name), to);
    else if (entry.isFile()) await chown(join(path, entry.name), to.uid, to.gid);
  }
}

function rootNeedsAnother(because: string, folder: string): PostgresTrouble {
  return new PostgresTrouble(
    'root_needs_another_account',
    `PostgreSQL does not run as root, ${because}: ${folder}`,
    'Run Entrepôt as an ordinary user; or move it to a folder that everybody may enter, such as /srv/entrepot; or install setpriv ' +
      '(Debian package util-linux), which lets it pass; or set DATABASE_URL to a PostgreSQL (15 to 18) that runs already.',
  );
}

function nameOf(uid: number): string {
  return accounts().find(({ lent }) => lent.uid === uid)?.name ?? `account ${uid}`;
}

function accounts(): Lent[] {
  let text = '';
  try {
    text = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => /^\d+$/.test(fields[2] ?? '') && /^\d+$/.test(fields[3] ?? ''))
    .map(([name = '', , uid, gid]) => ({ name, lent: { uid: Number(uid), gid: Number(gid) } }));
}
