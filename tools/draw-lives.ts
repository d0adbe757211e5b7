/** Draws the lives of all departments as pictures in docs/lives, from the tables that the code lives by. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { departments } from '../src/modules/departments.ts';
import { root } from './tidy/source.ts';

interface Drawable {
  draw(): string;
  steps(): { from: string; deed: string; to: string }[];
}

/** File name → its content. */
export function drawnLives(): Map<string, string> {
  const drawn = new Map<string, string>();
  for (const module of departments) {
    for (const { table, life } of module.lives ?? []) {
      const { draw, steps } = life as unknown as Drawable;
      const rows = steps.call(life).map(({ from, deed, to }) => `| ${from} | ${deed} | ${to} |`);
      const text = `# ${table}\n\nDrawn from the life in \`src/modules/${module.name}\`; the database refuses every other step.\n\n\`\`\`mermaid\n${draw.call(life).trim()}\n\`\`\`\n\n| from | deed | to |\n|---|---|---|\n${rows.join('\n')}\n`;
      drawn.set(`${table.replace('.', '-')}.md`, text);
    }
  }
  return drawn;
}

const folder = join(root, 'docs/lives');

/** Which pictures are not what the code says. */
export function staleLives(): string[] {
  return [...drawnLives()]
    .filter(([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text)
    .map(([name]) => `docs/lives/${name} is not what the code says: draw it with "npm run tidy -- --draw"`);
}

export function writeLives(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of drawnLives()) writeFileSync(join(folder, name), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeLives();
