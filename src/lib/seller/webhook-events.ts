/** What a store's program is told, in a sentence each. */
import type { DeliveryLine, WebhookEventName } from '#modules/webhooks';
import { t } from '#lib/words/words.ts';

type Said = WebhookEventName | 'webhook.test';

export const eventText = (type: WebhookEventName | DeliveryLine['type']): string =>
  t(`seller.webhooks.event.${type as Said}`);
