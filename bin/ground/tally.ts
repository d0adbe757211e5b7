/** A vitest reporter that counts, for the last line of `entrepot test`. It writes to the file that ENTREPOT_TALLY names. */
import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export default class Count implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        // What was never reached, because the run was broken off, has not passed.
        if (state === 'pending') continue;
        tally[state]++;
        if (state === 'failed') failedHere++;
      }
      // A file that cannot be loaded, or whose preparation failed, has no failed test of its own.
      if (module.state() === 'failed' && failedHere === 0) tally.failed++;
    }
    if (errors.length > 0 && tally.failed === 0) tally.failed = errors.length;
    const file = process.env['ENTREPOT_TALLY'];
    if (file) writeFileSync(file, JSON.stringify(tally));
  }
}
