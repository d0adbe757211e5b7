/** Who asks at a door, and how they say who they are. */
import { must } from '#kernel/result';
import { enrol, signInAs } from '#modules/parties';
import { system } from '#platform/actor';
import type { Town } from '../town.ts';

export const roles = [
  'visitor',
  'guest',
  'ana',
  'bia',
  'owner',
  'products',
  'orders',
  'finance',
  'key',
  'rival',
  'rivalKey',
  'admission',
  'listings',
  'orderDesk',
  'money',
  'rules',
  'admin',
] as const;
export type Role = (typeof roles)[number];

export interface Answer {
  status: number;
  text: string;
}

/** Nobody is signed in yet but the visitor, who never is. */
export function openAskers(town: Town) {
  const headers = new Map<Role, Record<string, string>>([['visitor', {}]]);
  const persons = new Map<string, string>();
  const signIn = async (role: Role, person: string) =>
    headers.set(role, { cookie: `entrepot_session=${await signInAs(town.house, person)}` });
  const enrolled = async (name: string) => {
    const about = {
      email: `${name}@secret.test`,
      name: `Person ${name}`,
      locale: 'en',
      country: 'BR',
      currency: 'BRL',
    };
    const { person } = must(await town.does(system, enrol, about));
    persons.set(name, person);
    return person;
  };
  const knock = async (role: Role, method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${town.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'text/html,application/json',
        origin: town.url,
        ...headers.get(role)!,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const told = async (role: Role, method: string, path: string, body?: object) => {
    const { status, text } = await knock(role, method, `/api/v1${path}`, body);
    if (status !== 200) throw new Error(`${role} ${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as Record<string, string>;
  };
  return { headers, persons, signIn, enrolled, knock, told };
}

/** Whether a secret stands in a text. Four digits alone are no secret inside a longer number or an id. */
export const stands = (word: string, text: string): boolean =>
  /^\d+$/.test(word) ? new RegExp(`(?<![\\w.-])${word}(?![\\w-])`).test(text) : text.includes(word);
