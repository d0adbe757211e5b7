/** A command stops because the machine or the wish is not as it must be; the person at it can do something about it. */
export class Halt extends Error {
  readonly advice: string;
  readonly exitCode: number;

  constructor(message: string, advice: string, exitCode = 3) {
    super(message);
    this.name = 'Halt';
    this.advice = advice;
    this.exitCode = exitCode;
  }
}

/** What every command may end with; a command's own codes are on its help page. */
export const exitCodes = `Exit codes
  0  done, or stopped by Ctrl-C
  1  it failed
  2  the command line is not understood
  3  the machine is not ready; the message says what to do`;

/** What to tell about an error, and the exit code; a bug keeps its stack. */
export function explain(error: unknown): { text: string; code: number } {
  if (!(error instanceof Error)) return { text: String(error), code: 1 };
  const { code, advice, exitCode = 3 } = error as { code?: unknown; advice?: string; exitCode?: number };
  if (advice !== undefined) return { text: `${error.message}\n\n${advice}`, code: exitCode };
  if (['ConfigProblem', 'MigrationProblem'].includes(error.constructor.name)) return { text: error.message, code: 3 };
  if (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
    return { text: `${error.message}\n\nAdd --help to see what is understood.`, code: 2 };
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return {
      text: `The disk is full. (${error.message})\n\nFree some space, or set ENTREPOT_HOME to a folder on another disk.`,
      code: 3,
    };
  return { text: error.stack ?? error.message, code: 1 };
}
