/** Time comes from the work, ids from `newId`: a story, a simulation and a replay own both. */
import { allFiles, isCode, isTest } from './source.ts';

const banned: [RegExp, string][] = [
  [/\bnew Date\(\)/, 'new Date() asks the machine for the time; take work.now'],
  [/\bDate\.now\(/, 'Date.now() asks the machine for the time; take work.now'],
  [/\bMath\.random\(/, 'Math.random() cannot be repeated; take an id or a seed'],
  [/\brandomUUID\(/, 'ids come from newId(work.now)'],
];

export function timeAndChance(): string[] {
  return allFiles()
    .filter((file) => isCode(file) && !isTest(file) && /^src\/(modules|kernel)\//.test(file.path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, n) =>
          /^\s*(\/\/|\*|\/\*)/.test(line)
            ? []
            : banned.filter(([pattern]) => pattern.test(line)).map(([, says]) => `${path}:${n + 1} ${says}`),
        ),
    );
}
