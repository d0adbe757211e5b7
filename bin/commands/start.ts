/** `entrepot start`: everything, on one machine. */
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { portWished } from '../ground/environment.ts';
import { exitCodes } from '../ground/halt.ts';
import { openHome } from '../ground/home.ts';
import { demoAccounts } from '../ground/house.ts';
import { notice } from '../ground/notice.ts';
import { openPremises } from '../ground/premises.ts';
import { checkPorts } from '../ground/ports.ts';
import { version } from '../ground/root.ts';
import { enter } from '../ground/running.ts';
import { listenForEnd } from '../ground/signals.ts';
import { openSteps, since } from '../ground/steps.ts';

export const help = `Starts everything: database, outside world, shop, seller centre, desk and API.

Usage: npm start                 or   bin/entrepot start [OPTIONS]

It installs what is missing, builds the web pages when they are stale, creates and migrates the database, loads a demo
marketplace, starts the sandbox's outside world (payment provider, bank, carrier, mail), the server and the worker, and
prints the addresses and the demo accounts. The first start takes a few minutes, later ones some seconds. Ctrl-C ends
everything in order; a second Ctrl-C at once.

Options
  --port N     where the doors are (default 4000, or PORT); the outside world takes the two ports that follow
  --no-demo    an empty house, without the demo marketplace
  --logs       write the logs of the processes to the terminal, not to ENTREPOT_HOME/logs
  --help       this page

Environment
  PORT             the same as --port
  ENTREPOT_HOME    the folder of all data (default .entrepot)
  DATABASE_URL     a PostgreSQL (15 to 18) to use instead of the embedded one
  PUBLIC_URL       how people reach it (default http://localhost:PORT)
  WORLD_URL        an outside world that runs elsewhere; without it the sandbox's is started
  More are listed in src/platform/config.ts.

Examples
  npm start
  PORT=4010 ENTREPOT_HOME=/srv/entrepot npm start
  DATABASE_URL=postgres://me:secret@db/entrepot bin/entrepot start --no-demo --logs

${exitCodes}`;

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, 'no-demo': { type: 'boolean' }, logs: { type: 'boolean' } },
  });
  const began = performance.now();
  const port = portWished(values.port);
  const end = listenForEnd();
  const home = await openHome();
  const steps = openSteps();
  const url = process.env['PUBLIC_URL'] || `http://localhost:${port}`;
  const running = await enter(home, url, steps.say);
  const premises = openPremises({ home, port, demo: !values['no-demo'], logs: values.logs === true, steps, running });
  try {
    await checkPorts(port);
    steps.say(`Entrepôt ${version}. Its data are in ${relative(process.cwd(), home.dir) || home.dir}.`);
    await Promise.race([premises.open(), end.asked]);
    if (!end.isAsked()) {
      steps.say(notice(url, process.env['WORLD_URL'] ?? '', values['no-demo'] ? [] : await demoAccounts()));
      steps.say(`\nOpened in ${since(began)}. Ctrl-C ends everything.`);
    }
    await end.asked;
  } finally {
    const ending = performance.now();
    running.leaving();
    if (end.isAsked()) steps.say('Ending …');
    await premises.close(end.hurried);
    running.over();
    steps.end();
    if (end.isAsked()) console.log(`Ended in ${since(ending)}.`);
  }
  return 0;
}
