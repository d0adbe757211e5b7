/** The provider's webhooks: POST /api/v1/webhooks/payments. */
import { toJson } from '#kernel/money';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import type { WebhookDoor, WebhookEvent } from '#platform/webhooks';
import type { Work } from '#platform/work';
import { providerSettled } from './facts.ts';
import { harbourPay } from './providers/harbour-pay.ts';
import type { Provider, ProviderSettlement } from './providers/provider.ts';
import { reportPayment } from './report-payment.ts';
import { reportRefund } from './report-refund.ts';

/** Takes in one event. What is no news to us, or of a kind that does not concern us, is taken and changes nothing. */
async function take(provider: Provider, work: Work, event: WebhookEvent): Promise<Result<unknown, { no: string }>> {
  const news = provider.read(event);
  if (news?.payment) return await reportPayment(work, { provider: provider.code, told: news.payment });
  if (news?.refund) return await reportRefund(work, { provider: provider.code, told: news.refund });
  if (news?.settlement) announce(work, settledOf(provider, news.settlement));
  return ok();
}

function settledOf({ code }: Provider, { id, day, gross, refunded, fee, net, paidAt }: ProviderSettlement) {
  return providerSettled({
    provider: code,
    settlement: id,
    day,
    gross: toJson(gross),
    refunded: toJson(refunded),
    fee: toJson(fee),
    net: toJson(net),
    paidAt: paidAt.toISOString(),
  });
}

export const harbourWebhooks: WebhookDoor = {
  source: 'payments',
  path: '/webhooks/payments',
  secret: (house) => house.config.world.webhookSecret,
  take: (work, event) => take(harbourPay, work, event),
};
