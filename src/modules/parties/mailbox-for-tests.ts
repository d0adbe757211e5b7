/** A mail server for tests, and the people whom this department's tests tell of. */
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { actorOfSession } from './people/actor.ts';
import { signInAs } from './people/sessions.ts';
import type { Call } from './people/call.ts';
import { signUp } from './people/sign-up.ts';

export interface ArrivedLetter {
  to: string;
  subject: string;
  text: string;
  /** The token of the link in it. */
  token: string;
}

export interface Mailbox {
  url: string;
  letters: ArrivedLetter[];
  /** The last letter to an address. */
  last(to: string): ArrivedLetter;
  to(address: string): ArrivedLetter[];
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: ArrivedLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          const text = mail.text ?? '';
          const to = session.envelope.rcptTo[0]?.address ?? '';
          letters.push({ to, subject: mail.subject ?? '', text, token: /token=([\w-]+)/.exec(text)?.[1] ?? '' });
          done();
        });
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const to = (whose: string) => letters.filter((letter) => letter.to === whose);
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    to,
    last(whose) {
      const last = to(whose).at(-1);
      if (!last)
        throw new Error(`No letter came to ${whose}; letters came to ${letters.map((one) => one.to).join(', ')}.`);
      return last;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

export interface TestTown {
  house: TestHouse;
  mail: Mailbox;
  /** A call as a page makes it; each has a key of its own unless one is given. */
  call(by?: Actor, more?: { key?: string; address?: string }): Call;
  /** Somebody who has just signed up, and is asked about anew with each request. */
  person(email: string, name?: string): Promise<{ id: string; token: string; actor: () => Promise<Actor> }>;
  /** The same with a session that a second step has proven, as staff need it. */
  proven(email: string): Promise<{ id: string; token: string; actor: () => Promise<Actor> }>;
  letters(): Promise<void>;
  close(): Promise<void>;
}

export const goodPassword = 'a kettle on the hob';

export async function openTestTown(): Promise<TestTown> {
  const mail = await openMailbox();
  const house = await openTestHouse({ smtpUrl: mail.url });
  let keys = 0;
  const call: TestTown['call'] = (by = visitor, { key, address } = {}) => ({
    house,
    by,
    key: key ?? `key ${++keys}`,
    from: { address, agent: 'the tests' },
  });
  const person: TestTown['person'] = async (email, name = email.split('@')[0]!) => {
    const about = { email, name, password: goodPassword, locale: 'en', country: 'BR', currency: 'BRL' };
    const { person: id, token } = must(await signUp(call(), about));
    // The letter that greets is there before any other: letters of one moment may come in any order.
    await settle(house);
    return { id, token, actor: () => actorOfSession(house, token, undefined) };
  };
  return {
    house,
    mail,
    call,
    person,
    async proven(email) {
      const { id } = await person(email);
      const token = await signInAs(house, id);
      return { id, token, actor: () => actorOfSession(house, token, undefined) };
    },
    letters: () => settle(house),
    async close() {
      await house.close();
      await mail.close();
    },
  };
}
