import { error, redirect } from '@sveltejs/kit';
import { methodsFor } from '#modules/payments';
import { payAgain, productsOfOrders, purchasePage } from '#modules/trade';
import { system } from '#platform/actor';
import { question } from '#platform/work';
import { money } from '#kernel/money';
import { optional, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { goesWithShelf } from '#lib/server/shelves.ts';
import { drawPix, drawSlip } from '#lib/server/payment-codes.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const key = (url: URL) => url.searchParams.get('key') ?? undefined;

const onShelf = 6;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const given = key(url);
  const found = await locals.ask(purchasePage, { purchase: params.purchase, ...(given ? { key: given } : {}) });
  if (!found) error(404, locals.t('error.404'));
  const total = money(found.currency, found.totalMinor);
  /** What has come of it: a purchase may be paid in parts. */
  const came = found.payments.reduce((sum, { state, amount }) => (state === 'paid' ? sum + amount.minor : sum), 0n);
  const parted = came > 0n && came < total.minor;
  const now = locals.house.clock.now();
  const open = found.orders.some((one) => one.state === 'placed') && found.payUntil > now;
  const current = found.payments.find((one) => ['created', 'waiting', 'unknown'].includes(one.state));
  // The provider has the money, and the orders hear of it in a moment.
  const arrived = open && !current && found.payments.some((one) => one.state === 'paid' && !one.problem);
  const ended = found.payments.find((one) => ['failed', 'expired', 'cancelled'].includes(one.state));
  // Back from the provider's page, before its message has come: nobody is asked to pay meanwhile. What the address says is
  // only shown, never believed.
  const told = url.searchParams.get('status') ?? 'pending';
  const returned = open && told !== 'pending' && current?.state === 'waiting';
  const methods =
    open && !arrived
      ? await locals.ask(methodsFor, { country: found.country, currency: found.currency, amount: total })
      : [];
  return {
    ...found,
    shelf: open ? undefined : await besideOrders(locals, found.orders),
    total,
    came: parted ? money(found.currency, came) : undefined,
    left: parted ? money(found.currency, total.minor - came) : undefined,
    now,
    key: given ?? '',
    open,
    current: current
      ? {
          ...current,
          slip: current.boleto ? drawSlip(current.boleto) : undefined,
          qr: current.pix ? drawPix(current.pix) : undefined,
        }
      : undefined,
    arrived,
    failed: current || arrived ? undefined : ended,
    returned,
    // While the provider is being asked the page looks again by itself.
    refresh: open && (arrived || returned || current?.state === 'created' || current?.state === 'unknown'),
    /** Another text once there is something new to see. */
    tells: `${open} ${[...found.payments, ...found.orders].map(({ state }) => state).join(' ')}`,
    methods: methods.map(({ code, window, needs }) => ({ code, window, needs })),
  };
};

/** Who saw the purchase's page may see what goes with it. */
async function besideOrders(locals: App.Locals, orders: readonly { id: string }[]) {
  const bought = await question(locals.house, system, productsOfOrders, { orders: orders.map(({ id }) => id) });
  return goesWithShelf(locals, bought.products, onShelf);
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, url } = event;
    const form = await readForm(event);
    const input = form.take({ method: text({ most: 20 }), taxId: optional(text({ most: 40 })) });
    if (!input.ok) return input.again;
    const given = key(url);
    const { method, taxId } = input.value;
    const paid = await locals.perform(form.key, payAgain, {
      purchase: params.purchase,
      method,
      ...(given ? { key: given } : {}),
      ...(taxId ? { taxId } : {}),
    });
    if (!paid.ok)
      return refused(paid.refusal, form, {
        tax_id_is_needed: 'taxId',
        tax_id_is_wrong: 'taxId',
        method_not_offered: 'method',
      });
    redirect(303, `${locals.to(`/purchases/${params.purchase}`)}${given ? `?key=${given}` : ''}`);
  },
};
