import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Attachment as Part } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Attachment, Letter } from './mailbox.ts';

const largest = 25 * 1024 * 1024;
const keptOfAttachment = 2 * 1024 * 1024;
const keptOfSource = 256 * 1024;

export interface Smtp {
  port: number;
  close(): Promise<void>;
}

/** Takes every letter for everybody, without sign-in or encryption, and sends none on. */
export async function openSmtp(
  { port, host, log }: { port: number; host: string; log: (line: string) => void },
  put: (letter: Omit<Letter, 'id' | 'at'>) => Letter,
): Promise<Smtp> {
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    closeTimeout: 500,
    onData(stream, session, done) {
      readLetter(stream, session).then(
        (letter) => done(null, `kept as ${put(letter).id}`),
        (problem: Error) => done(problem),
      );
    },
  });
  // A caller that hangs up in the middle is its own business.
  smtp.on('error', (problem: Error) => log(`mail: ${problem.message}`));
  const server = smtp.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((closed) => smtp.close(() => closed())),
  };
}

async function readLetter(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<Omit<Letter, 'id' | 'at'>> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('The letter is too large.'), { responseCode: 552 });

  const whole = Buffer.concat(pieces);
  const mail = await PostalMime.parse(whole);
  const { mailFrom, rcptTo } = session.envelope;
  const sender = mail.from && 'address' in mail.from && mail.from.address ? mail.from : undefined;
  return {
    from: sender ? [sender.name, `<${sender.address}>`].filter(Boolean).join(' ') : mailFrom ? mailFrom.address : '',
    to: rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? null,
    source: whole.subarray(0, keptOfSource).toString('utf8'),
    attachments: mail.attachments.map(attached),
  };
}

function attached({ filename, mimeType, content, contentId }: Part): Attachment {
  const bytes = Buffer.from(content as ArrayBuffer);
  const part = {
    name: filename ?? 'attachment',
    type: mimeType,
    bytes: bytes.length,
    contentId: contentId?.replace(/[<>]/g, '') ?? null,
  };
  return bytes.length <= keptOfAttachment ? { ...part, base64: bytes.toString('base64') } : part;
}
