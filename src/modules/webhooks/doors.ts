import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { mostEndpoints, webhookEvents } from './endpoint.ts';
import { addWebhookByDoor, editWebhook, removeWebhook, rotateByDoor, testWebhook } from './endpoints.ts';
import { deliveriesOf, deliveryOf, resendDelivery, webhooksOfStore } from './log.ts';

const Url = Type.String({ maxLength: 600, description: 'A public https address.' });
const Events = Type.Array(Type.String({ maxLength: 40 }), {
  maxItems: 20,
  description: `Of: ${webhookEvents.join(', ')}.`,
});
const whose = { store_not_found: 404, webhook_address_not_found: 404 } as const;
const address = { address_is_not_public_https: 422, address_is_too_long: 422 } as const;
const chosen = { no_event_is_chosen: 422, event_is_unknown: 422 } as const;

const line = {
  delivery: Uuid,
  endpoint: Uuid,
  type: Type.String(),
  at: When,
  state: Type.String(),
  attempts: Type.Integer(),
  nextAt: Maybe(When),
  status: Maybe(Type.Integer()),
  problem: Maybe(Type.String()),
};

export const doors = [
  door({
    method: 'GET',
    path: '/stores/{store}/webhooks',
    says: 'The addresses that are told of the store’s events; never their secrets.',
    may: 'person',
    answer: Type.Object({
      webhooks: Type.Array(
        Type.Object({
          endpoint: Uuid,
          url: Type.String(),
          events: Type.Array(Type.String()),
          madeAt: When,
          oldUntil: Maybe(When),
          failingSince: Maybe(When),
          offAt: Maybe(When),
          offWhy: Maybe(Type.String()),
        }),
      ),
    }),
    question: webhooksOfStore,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/webhooks',
    says: `Adds an address, signed as Standard Webhooks say; at most ${mostEndpoints}. The secret is in this answer and never again.`,
    may: 'person',
    body: Type.Object({ url: Url, events: Events }),
    answer: Type.Object({ endpoint: Uuid, secret: Type.String() }),
    refusals: {
      store_not_found: 404,
      ...address,
      ...chosen,
      too_many_webhook_addresses: 409,
      key_used_for_something_else: 409,
    },
    question: addWebhookByDoor,
  }),
  door({
    method: 'PATCH',
    path: '/stores/{store}/webhooks/{endpoint}',
    says: 'Changes an address or its events, or switches it on or off.',
    may: 'person',
    body: Type.Object({
      url: Type.Optional(Url),
      events: Type.Optional(Events),
      on: Type.Optional(Type.Boolean()),
    }),
    answer: Type.Object({ url: Type.String(), events: Type.Array(Type.String()), on: Type.Boolean() }),
    refusals: { ...whose, ...address, ...chosen },
    deed: editWebhook,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/webhooks/{endpoint}',
    says: 'Takes an address away.',
    may: 'person',
    answer: Type.Object({}),
    refusals: whose,
    deed: removeWebhook,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/webhooks/{endpoint}/secret',
    says: 'Gives the address a new secret. For a day deliveries are signed with both.',
    may: 'person',
    answer: Type.Object({ secret: Type.String(), oldUntil: When }),
    refusals: { ...whose, key_used_for_something_else: 409 },
    question: rotateByDoor,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/webhooks/{endpoint}/tests',
    says: 'Sends the event webhook.test to an address, to try it.',
    may: 'person',
    answer: Type.Object({ delivery: Uuid }),
    refusals: { ...whose, webhook_address_is_off: 409 },
    deed: testWebhook,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/webhook-deliveries',
    says: 'What was sent to the store’s addresses, newest first.',
    may: 'person',
    query: Type.Object({
      endpoint: Type.Optional(Uuid),
      state: Type.Optional(Type.String()),
      before: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    answer: Type.Object({ deliveries: Type.Array(Type.Object(line)), next: Maybe(Type.String()) }),
    question: deliveriesOf,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/webhook-deliveries/{delivery}',
    says: 'One delivery: what was sent, and what each try got back.',
    may: 'person',
    answer: Type.Object({
      ...line,
      body: Type.String(),
      tries: Type.Array(
        Type.Object({
          n: Type.Integer(),
          at: When,
          ms: Type.Integer(),
          status: Maybe(Type.Integer()),
          problem: Maybe(Type.String()),
          answer: Type.String(),
        }),
      ),
    }),
    question: deliveryOf,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/webhook-deliveries/{delivery}/attempts',
    says: 'Sends a delivery once more, under the same id.',
    may: 'person',
    answer: Type.Object({}),
    refusals: { ...whose, delivery_not_found: 404, webhook_address_is_off: 409 },
    deed: resendDelivery,
  }),
];
