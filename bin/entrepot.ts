/** The commands: each is a file in `commands/` that exports its help page and what it does. */
import './ground/with-parent.ts';
import { readdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { explain } from './ground/halt.ts';
import { root } from './ground/root.ts';

interface Command {
  /** The first line says what it does; then usage, options, examples, exit codes. */
  help: string;
  /** Gives the exit code. */
  run(args: string[]): Promise<number>;
}

const order = ['start', 'migrate', 'import', 'replay', 'simulate', 'verify', 'bench', 'test', 'tidy', 'build'];

async function names(): Promise<string[]> {
  const files = await readdir(join(import.meta.dirname, 'commands'));
  const found = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3));
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return found.sort((one, other) => place(one) - place(other) || one.localeCompare(other));
}

async function load(name: string): Promise<Command> {
  return (await import(`./commands/${name}.ts`)) as Command;
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    (await names()).map(async (name) => {
      const what = await load(name).then(
        ({ help }) => help.split('\n')[0] ?? '',
        (error: unknown) => `(cannot be loaded: ${String(error)})`,
      );
      return `  ${name.padEnd(10)} ${what}`;
    }),
  );
  return `Entrepôt: an open platform for cross-border e-commerce.

Usage: bin/entrepot COMMAND [OPTIONS]      (npm start and npm test are "start" and "test")

${lines.join('\n')}

bin/entrepot COMMAND --help tells more of each.`;
}

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h');
  const topic = ['help', '--help', '-h'].includes(name) ? args[0] : name;
  const known = await names();
  if (topic === undefined || topic.startsWith('-')) {
    console.log(await overview());
    return 0;
  }
  if (!known.includes(topic)) {
    console.error(`There is no command "${topic}". There are: ${known.join(', ')}. "bin/entrepot help" tells more.`);
    return 2;
  }
  const command = await load(topic);
  if (topic !== name || wantsHelp) {
    console.log(command.help.trim());
    return 0;
  }
  return command.run(args);
}

// A reader of our output that leaves early, such as `head`, is no error.
process.stdout.on('error', (error: { code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 1));
// What we start finds this Node, too, whatever the machine's own is.
process.env['PATH'] = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env['PATH']].join(
  delimiter,
);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { text, code } = explain(error);
  console.error(`\n${text}`);
  process.exitCode = code;
}
