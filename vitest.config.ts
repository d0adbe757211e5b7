import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What takes longest begins first, so that no worker is left alone with it at the end. */
const longFirst = [
  /stories\/browser\//,
  /stories\/survive/,
  /stories\/doors/,
  /bin\/(entrepot|replay)/,
  /platform\/postgres\.test/,
  /stories\//,
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longFirst.findIndex((one) => one.test(moduleId));
      return found < 0 ? longFirst.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'world/**/*.test.ts',
      'stories/**/*.test.ts',
      'tools/**/*.test.ts',
      'bin/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['stories/cluster.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 3,
    // A worker keeps what it has loaded for its next file: houses share nothing but code, and loading it takes longer than most tests.
    isolate: false,
    // What follows from a deed may take longer than a second on a small machine.
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: LongFirst },
  },
});
