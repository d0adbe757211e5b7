/** The Chromium of this machine, for the stories that are told in a browser. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const howToGetChromium =
  process.platform === 'linux'
    ? 'apt-get install chromium fonts-noto-cjk   (Debian; on Ubuntu: npx playwright-core install --with-deps chromium)'
    : 'install Chromium or Chrome';

/** Its path; undefined when there is none that starts. CHROMIUM names another one. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return starts(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...places, ...ownOfPlaywright()].filter((path) => existsSync(path)).find(starts);
}

/** A name alone proves nothing: on some systems it is a script that asks to install the real one. */
function starts(path: string): boolean {
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

function ownOfPlaywright(): string[] {
  const script = `process.stdout.write(require('playwright-core').chromium.executablePath())`;
  const { stdout, status } = spawnSync(process.execPath, ['-e', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  return status === 0 && stdout ? [stdout] : [];
}
