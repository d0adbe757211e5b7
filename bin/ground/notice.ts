/** What is written on the door when the house is open: addresses, and the demo accounts of every door. */
import type { DemoAccount } from './house.ts';

const doors: [name: string, path: string][] = [
  ['Shop', '/'],
  ['Seller centre', '/seller'],
  ['Desk', '/desk'],
  ['API', '/api'],
];

export function notice(url: string, world: string, accounts: readonly DemoAccount[]): string {
  const mailbox = process.env['MAILBOX_URL'] ? [['Mailbox', `${url}/world/mail`]] : [];
  const addresses = [
    ...doors.map(([name, path]) => [name, `${url}${path}`]),
    ['Outside world', `${world}/`],
    ...mailbox,
  ];
  const lines = ['', 'Entrepôt is open.', '', ...addresses.map(([name = '', at]) => `  ${name.padEnd(16)} ${at}`)];
  return [...lines, ...accountLines(accounts), ...codeLines(world, accounts)].join('\n');
}

function codeLines(world: string, accounts: readonly DemoAccount[]): string[] {
  const asked = accounts.filter(({ codes }) => codes).map(({ door }) => door);
  return asked.length === 0
    ? []
    : ['', `The ${asked.join(', ')} asks for a code at the sign-in: ${world}/codes shows it.`];
}

function accountLines(accounts: readonly DemoAccount[]): string[] {
  if (accounts.length === 0) return [];
  const width = (of: (account: DemoAccount) => string): number =>
    Math.max(...accounts.map((account) => of(account).length));
  const [door, who, email] = [width((one) => one.door), width((one) => one.who), width((one) => one.email)];
  const line = (one: DemoAccount): string =>
    `  ${one.door.padEnd(door)}  ${one.who.padEnd(who)}  ${one.email.padEnd(email)}  ${one.password}`;
  return ['', 'Demo accounts (door, who, e-mail, password):', '', ...accounts.map(line)];
}
