/** Letters to people. Sent only from jobs: a mail server that is slow must not hold a transaction open. */
import { createTransport } from 'nodemailer';

export interface Letter {
  /** The same each time the same letter is sent, so that a mailbox shows it once. */
  id?: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
}

/** A letter's words in one language, with blanks: `Hello {name},`. */
export interface Draft {
  subject: string;
  text: readonly string[];
}

/** A letter with its blanks filled. A blank that nobody fills is a mistake of ours and stops it. */
export function filled(
  { subject, text }: Draft,
  values: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const fill = (line: string) =>
    line.replace(/\{(\w+)\}/g, (_blank, key: string) => {
      const value = values[key];
      if (value === undefined) throw new Error(`The letter “${subject}” needs ${key}.`);
      return value;
    });
  // A name with a line break in it must not become another line of the head.
  return { subject: fill(subject).replace(/\s+/g, ' '), text: `${text.map(fill).join('\n')}\n` };
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): Promise<void>;
}

/** `from` is an address at which people read: whoever gets a letter may answer it. */
export function openMail(smtpUrl: string, from: string): Mail {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    socketTimeout: 15_000,
  } as never);
  return {
    async send({ id, ...letter }) {
      await transport.sendMail({
        from: `Entrepot <${from}>`,
        ...letter,
        ...(id ? { messageId: `<${id}@entrepot.invalid>` } : {}),
      });
    },
    close: async () => transport.close(),
  };
}
