/** Nothing is left to do in a place that a user can reach, and no test is asleep. */
import { allFiles, isCode } from './source.ts';

// Put together here so that this list does not find itself.
const marks = ['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'];
const phrases = ['lorem' + ' ipsum', 'not ' + 'implemented', 'coming ' + 'soon'];
const signs: [RegExp, string][] = [
  [new RegExp(`\\b(${marks.join('|')})\\b`), 'is unfinished'],
  [new RegExp(`\\b(${phrases.join('|')})\\b`, 'i'), 'is unfinished'],
  [/\b(it|test|describe)\.(skip|only|todo)\(/, 'is a test that sleeps, or keeps others from running'],
  [/@ts-(ignore|nocheck)/, 'hides what the types say'],
];

export function unfinished(): string[] {
  return allFiles()
    .filter((file) => isCode(file) && !file.path.startsWith('tools/tidy/'))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, n) =>
          signs
            .filter(([pattern]) => pattern.test(line))
            .map(([, says]) => `${path}:${n + 1} ${says}: ${line.trim().slice(0, 80)}`),
        ),
    );
}
