/** Letters to people. Sent only from jobs: a mail server that is slow must not hold a transaction open. */
import { createTransport } from 'nodemailer';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html?: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): Promise<void>;
}

export function openMail(smtpUrl: string, from = 'Entrepot <no-reply@entrepot.invalid>'): Mail {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    socketTimeout: 15_000,
  } as never);
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter });
    },
    close: async () => transport.close(),
  };
}
