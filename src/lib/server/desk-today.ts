/** What waits at the desk for this person: how many, since when, and what waits longest. */
import { formatMoney } from '#kernel/money';
import { reviewQueue } from '#modules/catalogue';
import { payoutsForDesk, reconciliation } from '#modules/finance';
import { parcelsForDesk } from '#modules/logistics';
import { storesByState, storesForDesk } from '#modules/parties';
import { stuckMoney, webhooksForDesk } from '#modules/payments';
import { isStaff } from '#platform/actor';
import { healthCounts } from '#platform/health';
import type { Queue } from '#platform/health';
import type { Waiting } from '../desk/waiting.ts';

const none: Waiting = { queues: [], cases: [] };
const shown = 5;
const dayMs = 86_400_000;
/** A rejected payout has ended; it is looked at for so many days. */
const rejectedDays = 7;
/** A parcel of which nobody hears for so long is asked after. */
const silentDays = 14;

const oldest = (all: readonly { since: Date }[]): Date | null =>
  all.reduce<Date | null>((first, { since }) => (first && first <= since ? first : since), null);

export async function waitingFor(locals: App.Locals): Promise<Waiting> {
  const may = (role: Parameters<typeof isStaff>[1]) => isStaff(locals.by, role);
  const all = await Promise.all([
    may('admission') ? stores(locals) : none,
    may('listings') ? listings(locals) : none,
    may('money') ? money(locals) : none,
    may('orders') ? parcels(locals) : none,
    may('admin') ? house(locals) : may('money') ? messages(locals) : none,
  ]);
  return {
    queues: all.flatMap(({ queues }) => queues),
    cases: all.flatMap(({ cases }) => cases).sort((a, b) => a.since.getTime() - b.since.getTime()),
  };
}

async function stores({ ask }: App.Locals): Promise<Waiting> {
  const [waiting, due, counts] = await Promise.all([
    ask(storesForDesk, {}),
    ask(storesForDesk, { toVerify: true }),
    ask(storesByState, {}),
  ]);
  const cases = (waiting?.stores ?? []).map(({ store, name, submittedAt, createdAt }) => ({
    queue: 'stores' as const,
    id: store,
    title: name,
    path: `/desk/stores/${store}`,
    since: submittedAt ?? createdAt,
  }));
  return {
    queues: [
      { name: 'stores', path: '/desk/stores', count: waiting?.total ?? 0, since: oldest(cases), stands: true },
      {
        name: 'verify',
        path: '/desk/stores?state=verify',
        count: counts?.toVerify ?? 0,
        since: due?.stores[0]?.verifyAgainAt ?? null,
        stands: false,
      },
    ],
    cases: cases.slice(0, shown),
  };
}

async function listings({ ask, locale }: App.Locals): Promise<Waiting> {
  const queue = await ask(reviewQueue, { locale });
  if (!queue.ok) return none;
  const cases = queue.value.products.flatMap(({ product, title, waitsSince }) =>
    waitsSince
      ? [{ queue: 'listings' as const, id: product, title, path: `/desk/listings/${product}`, since: waitsSince }]
      : [],
  );
  return {
    queues: [
      { name: 'listings', path: '/desk/listings', count: queue.value.waiting, since: oldest(cases), stands: true },
    ],
    cases: cases.slice(0, shown),
  };
}

async function money({ ask, locale, house: { clock } }: App.Locals): Promise<Waiting> {
  const [stuck, rejected, bank] = await Promise.all([
    ask(stuckMoney, undefined),
    ask(payoutsForDesk, { state: 'rejected', limit: 100 }),
    ask(reconciliation, undefined),
  ]);
  const pieces = stuck.ok ? stuck.value.stuck : [];
  const since = clock.now().getTime() - rejectedDays * dayMs;
  const back = (rejected.ok ? rejected.value.payouts : []).flatMap(({ settledAt }) =>
    settledAt && settledAt.getTime() > since ? [{ since: settledAt }] : [],
  );
  const differs = bank.ok
    ? [...bank.value.open.map(({ at }) => ({ since: at })), ...bank.value.missing.map((one) => ({ since: one.since }))]
    : [];
  const unbooked = bank.ok ? bank.value.unbooked.map(({ day }) => ({ since: new Date(`${day}T00:00:00Z`) })) : [];
  return {
    queues: [
      { name: 'stuck', path: '/desk/payments/stuck', count: pieces.length, since: oldest(pieces), stands: true },
      { name: 'payouts', path: '/desk/payouts?state=rejected', count: back.length, since: oldest(back), stands: false },
      { name: 'bank', path: '/desk/payouts/bank', count: differs.length, since: oldest(differs), stands: true },
      {
        name: 'settlements',
        path: '/desk/payouts/bank',
        count: unbooked.length,
        since: oldest(unbooked),
        stands: true,
      },
    ],
    cases: pieces.slice(0, shown).map((one) => ({
      queue: 'stuck',
      id: [one.why, one.purchase, one.payment, one.refund, one.part, one.order].join(' '),
      title: formatMoney({ currency: one.currency, minor: one.amount }, locale),
      why: one.why,
      // A refund that failed is mended in the list; a payment has a page of its own, with all that is known of it.
      path:
        one.payment && !one.part
          ? `/desk/payments/${one.payment}`
          : `/desk/payments/stuck#stuck-${one.part ?? one.order ?? one.purchase}`,
      since: one.since,
    })),
  };
}

async function parcels({ ask }: App.Locals): Promise<Waiting> {
  const [unbooked, silent] = await Promise.all([
    ask(parcelsForDesk, { notBooked: true, limit: 200 }),
    ask(parcelsForDesk, { silentDays, limit: 200 }),
  ]);
  const failed = unbooked.ok ? unbooked.value.parcels.map(({ createdAt }) => ({ since: createdAt })) : [];
  const quiet = silent.ok ? silent.value.parcels.map(({ heardAt }) => ({ since: heardAt })) : [];
  return {
    queues: [
      {
        name: 'labels',
        path: '/desk/orders/parcels?show=failed',
        count: failed.length,
        since: oldest(failed),
        stands: true,
      },
      {
        name: 'silent',
        path: '/desk/orders/parcels?show=silent',
        count: quiet.length,
        since: oldest(quiet),
        stands: false,
      },
    ],
    cases: [],
  };
}

/** For who looks after the money but not after the house: the payment provider's messages alone. */
async function messages({ ask }: App.Locals): Promise<Waiting> {
  const webhooks = await ask(webhooksForDesk, undefined);
  const failed = webhooks.ok ? webhooks.value.failed.map(({ at }) => ({ since: at })) : [];
  return {
    queues: [
      { name: 'webhooks', path: '/desk/payments/webhooks', count: failed.length, since: oldest(failed), stands: true },
    ],
    cases: [],
  };
}

async function house({ ask }: App.Locals): Promise<Waiting> {
  const counts = await ask(healthCounts, undefined);
  if (!counts.ok) return none;
  const { webhooks, reactions, jobs } = counts.value;
  // Messages that failed are tried again by themselves, but each is somebody's money or parcel.
  const failed = { count: webhooks.failing + webhooks.dead, since: webhooks.oldest, stands: webhooks.dead > 0 };
  const dead = ({ dead: count, deadSince: since }: Queue) => ({ count, since, stands: true });
  return {
    queues: [
      { name: 'webhooks', path: '/desk/health#webhooks', ...failed },
      { name: 'reactions', path: '/desk/health#reactions', ...dead(reactions) },
      { name: 'jobs', path: '/desk/health#jobs', ...dead(jobs) },
    ],
    cases: [],
  };
}
