/** Webhooks out: stores' programs are told what happens to their orders, payouts and products. */
import type { Module } from '#platform/house';
import { deliver } from './deliver.ts';
import { doors } from './doors.ts';
import { letterOfSwitchOff } from './letters.ts';
import { forgetDeliveries } from './log.ts';
import { tellings } from './tell.ts';

export { testEvent, webhookEvents } from './endpoint.ts';
export type { WebhookEventName } from './endpoint.ts';
export { addWebhook, editWebhook, removeWebhook, rotateWebhookSecret, testWebhook } from './endpoints.ts';
export { deliveriesOf, deliveryOf, resendDelivery, webhooksOfStore } from './log.ts';
export type { Attempt, DeliveryLine, WebhookView } from './log.ts';

export const webhooks: Module = {
  name: 'webhooks',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  reactions: tellings,
  jobs: [deliver, letterOfSwitchOff],
  periodic: [forgetDeliveries],
};
