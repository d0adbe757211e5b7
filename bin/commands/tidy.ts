/** `entrepot tidy`: whether the code keeps the house rules. */
import { join } from 'node:path';
import { exitCodes } from '../ground/halt.ts';
import { runProgram } from '../ground/program.ts';
import { root } from '../ground/root.ts';

export const help = `Says where the code does not keep the house rules: walls between modules, time and chance, sizes, dead files, docs.

Usage: npm run tidy              or   bin/entrepot tidy [OPTIONS]

What is checked, and which options there are, is in tools/tidy.ts. "test" checks the same.

Example
  bin/entrepot tidy

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  return runProgram([join(root, 'tools', 'tidy.ts'), ...args]);
}
