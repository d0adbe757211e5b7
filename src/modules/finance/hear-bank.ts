/** The bank tells by webhook what became of transfers: signed, kept first, read once. */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Module } from '#platform/house';
import { webhookRoute, webhooksAgain } from '#platform/webhooks';
import type { WebhookDoor, WebhookEvent } from '#platform/webhooks';
import type { Work } from '#platform/work';
import { settlePayout } from './settle-payout.ts';
import type { SettlePayoutRefusal } from './settle-payout.ts';

const Told = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  reference: Type.String({ maxLength: 100 }),
  amount: Type.Object({ currency: Type.String(), minor: Type.Integer() }),
  status: Type.Union([Type.Literal('accepted'), Type.Literal('booked'), Type.Literal('rejected')]),
  reason: Type.Union([Type.Object({ code: Type.String(), message: Type.String() }), Type.Null()]),
});

type HearBankRefusal = { no: 'webhook_is_not_understood' } | SettlePayoutRefusal;

/** Reads one message. Transfers that are no payout of ours change nothing. */
async function hearBank(work: Work, { type, data }: WebhookEvent): Promise<Result<unknown, HearBankRefusal>> {
  if (!type.startsWith('transfer.')) return ok();
  if (!Value.Check(Told, data)) return refuse({ no: 'webhook_is_not_understood' });
  if (!isId(data.reference)) return ok();
  const said = await settlePayout(work, { payout: data.reference, told: data });
  return !said.ok && said.refusal.no === 'payout_not_found' ? ok() : said;
}

const webhooks: WebhookDoor = {
  source: 'bank',
  path: '/webhooks/bank',
  secret: (house) => house.config.world.webhookSecret,
  take: hearBank,
};

export const bankRoutes: NonNullable<Module['routes']> = (api, house) => webhookRoute(house, api, webhooks);
export const bankWebhooksAgain = webhooksAgain(webhooks);
