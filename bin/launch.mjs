#!/usr/bin/env node
/**
 * The first step of every command. Plain JavaScript for any Node from 20 on, with nothing installed: it installs the
 * packages when they are missing or not those of the lock file, finds Node 24 among them when this Node is older, and
 * hands over to `entrepot.ts`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stamp = join(packages, '.entrepot-install');
const halfway = 'halfway';
const entry = fileURLToPath(new URL('entrepot.ts', import.meta.url));
// The first Node 24 that runs TypeScript without calling it an experiment.
const wanted = [24, 12];
const quiet = '--disable-warning=ExperimentalWarning';

class Halt extends Error {}

/** `node_modules` is as the lock file says: we marked it when we installed it, or npm's own list in it says so. */
function isInstalled() {
  const lock = readFileSync(lockFile, 'utf8');
  const mark = read(stamp);
  if (mark === markOf(lock)) return true;
  if (mark === halfway) return false;
  const installed = JSON.parse(read(join(packages, '.package-lock.json')) ?? '{}').packages;
  if (!installed) return false;
  return Object.entries(JSON.parse(lock).packages).every(([path, { version, os, cpu, libc, optional }]) => {
    if (path === '' || installed[path]?.version === version) return true;
    // What is optional is there only for the machines it names.
    return optional && !(os && cpu && !libc && fits(os, process.platform) && fits(cpu, process.arch));
  });
}

function fits(allowed, ours) {
  return allowed === undefined || [allowed].flat().includes(ours);
}

function markOf(lock) {
  return createHash('sha256').update(`${process.platform} ${process.arch} ${lock}`).digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Installs what the lock file names, and leaves that as it is. Not with `npm ci`, which refuses the whole when a package
 * has an optional part for some other machine that the registry lacks. No package runs a script of its own.
 */
async function install() {
  const began = Date.now();
  const names = Object.keys(JSON.parse(readFileSync(lockFile, 'utf8')).packages).filter(Boolean);
  // An installation that was killed halfway leaves packages that npm takes for whole.
  if (read(stamp) === halfway) rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });
  writeFileSync(stamp, halfway);
  say(`Installing the packages of package-lock.json, once: about 150 MB to fetch, 550 MB on the disk.`);
  const [npm, ...first] = npmCommand();
  const options = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ];
  const child = spawn(npm, [...first, ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32' && npm === 'npm',
  });
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  const progress = setInterval(
    () => {
      const there = names.filter((name) => existsSync(join(root, name, 'package.json'))).length;
      show(`  packages: ${there} unpacked, ${seconds(began)}`);
    },
    process.stderr.isTTY ? 500 : 5000,
  );
  const code = await new Promise((resolve) => {
    child.on('error', (error) => ((said += error.message), resolve(1)));
    child.on('close', resolve);
  });
  clearInterval(progress);
  if (code !== 0) throw new Halt(whyNpmFailed(said));
  writeFileSync(stamp, markOf(readFileSync(lockFile, 'utf8')));
  say(`${clear()}Packages installed in ${seconds(began)}.`);
}

/** npm's own program, run by the Node that npm runs on; or the `npm` of this machine. */
function npmCommand() {
  const { npm_execpath: program, npm_node_execpath: node } = process.env;
  if (program && basename(program) === 'npm-cli.js' && existsSync(program))
    return [node && existsSync(node) ? node : process.execPath, program];
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}

function whyNpmFailed(said) {
  const what = said.trim().split('\n').slice(0, 12).join('\n');
  const advice = [
    [
      /ENOSPC|EDQUOT/,
      `The disk is full: free about 800 MB on the disk of ${root} and of npm's cache, then start again.`,
    ],
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_SOCKET/,
      'npm cannot reach its registry: check the network, or the proxy (npm config set proxy …), then start again.',
    ],
    [
      /EACCES|EPERM|EROFS/,
      `This account may not write to ${root}: give it the folder (chown), or use a clone of your own.`,
    ],
    [/ENOENT.*npm|spawn npm/, 'npm was not found: install it (it comes with Node, from https://nodejs.org).'],
    [
      /EUSAGE|can only install/,
      'package.json and package-lock.json do not agree: run "npm install", or put both back as they were.',
    ],
  ].find(([sign]) => sign.test(said));
  return `The packages could not be installed.\n${what}\n\n${advice ? advice[1] : 'Start again; if it stays, run "npm install" to see more.'}`;
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > wanted[0] || (major === wanted[0] && minor >= wanted[1]);
}

/** A Node 24 or newer: this one, or the one that npm brought. */
function findNode() {
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const names = [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`];
  const places = [
    process.execPath,
    join(packages, '.bin', exe),
    ...names.map((name) => join(packages, name, 'bin', exe)),
  ];
  for (const place of places) {
    const version = place === process.execPath ? process.version : versionOf(place);
    if (version && Number.parseInt(version.replace('v', ''), 10) >= wanted[0]) return place;
  }
  throw new Halt(
    `Entrepôt runs on Node 24. This machine has ${process.version}, and npm brings none for ${process.platform}-${process.arch}.\n\n` +
      'Install Node 24 from https://nodejs.org (or: npx n 24), then start again.',
  );
}

function versionOf(node) {
  if (!existsSync(node)) return undefined;
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Hands over to another Node: its signals, its ending and its exit code are ours. It ends when we are killed. */
async function handOver(node, args) {
  const child = spawn(node, [quiet, entry, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(() => child.kill('SIGTERM'));
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (...end) => resolve(end));
  });
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  process.exitCode = code ?? 1;
}

/** When npm, which started us, is killed, nobody could stop us any more; so we stop. */
function endWithNpm(stop) {
  const { npm_lifecycle_event: script, npm_package_name: name } = process.env;
  if (name !== 'entrepot' || !['start', 'test', 'tidy', 'build'].includes(script)) return;
  const before = whoStartedUs();
  const watch = setInterval(() => {
    if (whoStartedUs() === before) return;
    clearInterval(watch);
    stop();
  }, 1000);
  watch.unref();
}

/** Our parent; and its own, when npm put a shell in between. */
function whoStartedUs() {
  const [, name, parent] = /^\d+ \((.*)\) \S (\d+)/.exec(read(`/proc/${process.ppid}/stat`) ?? '') ?? [];
  return /^(sh|dash|bash|ash)$/.test(name ?? '') ? `${process.ppid} ${parent}` : `${process.ppid}`;
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function show(line) {
  process.stderr.write(process.stderr.isTTY ? `${clear()}${line}` : `${line}\n`);
}

function clear() {
  return process.stderr.isTTY ? '\r\x1b[2K' : '';
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

try {
  const args = process.argv.slice(2);
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Halt(`Entrepôt needs Node 20 or newer; this is ${process.version}. Get it from https://nodejs.org.`);
  if (!isInstalled()) await install();
  const node = findNode();
  if (node === process.execPath && isNewEnough(process.version)) {
    endWithNpm(() => process.kill(process.pid, 'SIGTERM'));
    await import('./entrepot.ts');
  } else {
    await handOver(node, args);
  }
} catch (error) {
  if (!(error instanceof Halt)) throw error;
  say(`${clear()}${error.message}`);
  process.exitCode = 3;
}
