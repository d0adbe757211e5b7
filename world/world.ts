import { join } from 'node:path';
import { openAgenda } from './ground/agenda.ts';
import { openMischief } from './ground/faults.ts';
import type { Ground } from './ground/ground.ts';
import { openJournal } from './ground/journal.ts';
import { openWebhooks, type Channel, type Message } from './ground/webhooks.ts';
import { openBank, type Bank } from './bank/bank.ts';
import { openCarrier, type Carrier } from './carrier/carrier.ts';
import { openDoors, listen } from './doors.ts';
import { openMailbox, type Mailbox } from './mail/mailbox.ts';
import { openSmtp } from './mail/smtp.ts';
import { openProvider, type Provider } from './provider/provider.ts';
import { usualFees, type Fees } from './provider/settlements.ts';

export interface WorldOptions {
  /** 0: any that is free. */
  port: number;
  host?: string;
  /** How visitors reach the world; without it, as we do. */
  publicUrl?: string;
  now: () => Date;
  /** Where the world remembers over a restart; without it, it forgets. */
  dir?: string;
  /** whsec_…: signs the webhooks. */
  secret: string;
  /** What the platform shows to the provider, the bank and the carrier: Authorization: Bearer … */
  providerKey: string;
  /** Where webhooks go; may be said later with `sendWebhooksTo`. */
  webhooks?: Record<Channel, string>;
  /** Where the shop is, for the way back from the front page. */
  shop?: string;
  /** 0: any that is free; null: no mail. */
  smtpPort?: number | null;
  /** How many times faster than life parcels travel by themselves; 0 (usual): they wait to be moved. */
  pace?: number;
  /** How long the bank takes to book; 0 (usual): the next `runDue`. */
  bankBooksAfterMs?: number;
  fees?: Partial<Fees>;
  /** Do what is due and send webhooks without being asked. Usual is no: tests and simulation call `runDue` and `deliverWebhooks`. */
  byItself?: boolean;
  log?: (line: string) => void;
}

export interface World {
  url: string;
  /** Where it listens, whatever visitors are told. */
  port: number;
  provider: Provider;
  bank: Bank;
  carrier: Carrier;
  mail: Mailbox;
  /** Does what is due by now (expiry, bank booking, journeys, settlement), each thing as of its own time; returns how many. */
  runDue(): number;
  /** Sends all webhooks that are due now, returns how many attempts were made. A failed one is due again later. */
  deliverWebhooks(): Promise<number>;
  /** Both, until nothing is due; says whether anything was. For `settle(house, world.outside)`. */
  outside(): Promise<boolean>;
  /** When something next falls due or a webhook is to be sent. */
  nextDue(): Date | undefined;
  sendWebhooksTo(urls: Record<Channel, string>): void;
  /** Webhooks that the fault `lost` swallowed. */
  lostWebhooks(): readonly Message[];
  close(): Promise<void>;
}

const tickMs = 200;

export async function startWorld(options: WorldOptions): Promise<World> {
  const { now, dir, host = '127.0.0.1', log = () => {}, byItself = false, pace = 0, bankBooksAfterMs = 0 } = options;
  // The port first: whoever cannot have it must not touch the directory of the world that has.
  const { server, port } = await listen(options.port, host);
  const url = options.publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

  const journal = openJournal(dir && join(dir, 'world'));
  const agenda = openAgenda();
  const mischief = { payments: openMischief(), bank: openMischief(), carrier: openMischief() };
  const urls: Partial<Record<Channel, string>> = { ...options.webhooks };
  const webhooks = openWebhooks({ journal, now, secret: options.secret, urls, mischief, byItself, log });
  const ground: Ground = { now, url, journal, agenda, webhooks, log };
  const runDue = () => agenda.run(now());

  const key = options.providerKey;
  const bank = openBank(ground, { mischief: mischief.bank, key, booksAfterMs: bankBooksAfterMs });
  const fees = { ...usualFees, ...options.fees };
  const provider = openProvider(ground, { mischief: mischief.payments, key, fees, settlesInto: bank.account });
  const carrier = openCarrier(ground, { mischief: mischief.carrier, key, pace });
  const mailbox = openMailbox(journal, now);
  const smtp =
    options.smtpPort === null ? undefined : await openSmtp({ port: options.smtpPort ?? 0, host, log }, mailbox.put);
  const closeDoors = await openDoors(server, { ground, provider, bank, carrier, mailbox, runDue, shop: options.shop });

  const deliverWebhooks = () => webhooks.deliver();
  const tick = async () => {
    try {
      runDue();
      await deliverWebhooks();
    } catch (bug) {
      log(`${(bug as Error).stack}`);
    }
  };
  const ticking = byItself ? setInterval(() => void tick(), tickMs) : undefined;

  return {
    url,
    port,
    provider: provider.hand,
    bank: bank.hand,
    carrier: carrier.hand,
    mail: { port: smtp?.port ?? 0, letters: mailbox.letters, letter: mailbox.letter, clear: mailbox.clear },
    runDue,
    deliverWebhooks,
    async outside() {
      let did = 0;
      for (let more = 1; more > 0; did += more) more = runDue() + (await deliverWebhooks());
      return did > 0;
    },
    nextDue() {
      const times = [agenda.next(), webhooks.next()].filter((at) => at !== undefined);
      return times.length > 0 ? new Date(Math.min(...times)) : undefined;
    },
    sendWebhooksTo: (wanted) => void Object.assign(urls, wanted),
    lostWebhooks: () => webhooks.lost,
    async close() {
      clearInterval(ticking);
      await Promise.all([webhooks.stop(), closeDoors(), smtp?.close()]);
      journal.close();
    },
  };
}
