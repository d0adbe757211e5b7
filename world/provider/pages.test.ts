import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, minute, newPayment, openTestWorld, type TestWorld } from '../testing.ts';

let town: TestWorld;
beforeEach(async () => void (town = await openTestWorld()));
afterEach(() => town.close());

const form = { number: '4242 4242 4242 4242', expiry: '12/28', cvc: '123', holder: 'Ana Souza', installments: '1' };
const create = async (...asked: Parameters<typeof newPayment>) =>
  (await town.post('/pay/v1/payments', newPayment(...asked))).body;
const now = (id: string) => town.world.provider.payment(id);
const shop = (id: string, status: string) => `http://shop.example/purchases/7?lang=pt&payment=${id}&status=${status}`;

describe('the card page', () => {
  test('speaks the tongue of the purchase, or the one chosen on it', async () => {
    const { id } = await create('card');
    const { page } = await town.visit(`/pay/p/${id}`);
    expect(page).toContain('<html lang="pt-BR">');
    expect(page).toContain('Pagar R$\u00a0150,00');
    expect((await town.visit(`/pay/p/${id}?lang=en`)).page).toContain('Pay R$150.00');
    const inLanguage = async (locale: string) =>
      (await town.visit(`/pay/p/${(await create('card', { locale })).id}`)).page;
    expect(await inLanguage('ru')).toContain('Номер карты');
    expect(await inLanguage('ar')).toContain('<html lang="ar" dir="rtl">');
    expect(await inLanguage('fr')).toContain('Card number');
  });

  test('takes the card and leads back to the shop; pressed twice, it pays once', async () => {
    const { id } = await create('card');
    const [first, second] = await Promise.all([town.visit(`/pay/p/${id}`, form), town.visit(`/pay/p/${id}`, form)]);
    expect([first.status, first.leadsTo]).toEqual([303, shop(id, 'paid')]);
    expect(second.leadsTo).toBe(shop(id, 'paid'));
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.paid']);
    expect(now(id).card).toEqual({ brand: 'visa', last4: '4242', installments: 1 });
    expect((await town.visit(`/pay/p/${id}`)).page).toContain('Voltar à loja');
  });

  test('offers the parts that the shop allows, and no others', async () => {
    const { id } = await create('card', { installments: 7 });
    const { page } = await town.visit(`/pay/p/${id}`);
    expect(page).toContain('3x de R$\u00a050,00 sem juros');
    expect(page).toContain('7x de R$\u00a021,42, a última de R$\u00a021,48, sem juros');
    expect((await town.visit(`/pay/p/${id}`, { ...form, installments: '8' })).status).toBe(422);
    await town.visit(`/pay/p/${id}`, { ...form, installments: '3' });
    expect(now(id).card?.installments).toBe(3);
  });

  test('keeps what was typed when it refuses, but not the security code', async () => {
    const { id } = await create('card', { locale: 'en' });
    const { status, page } = await town.visit(`/pay/p/${id}`, {
      ...form,
      number: '4242 4242 4242 4241',
      holder: '"Ana" <b>',
    });
    expect(status).toBe(422);
    expect(page).toContain('value="4242 4242 4242 4241"');
    expect(page).toContain('value="&quot;Ana&quot; &lt;b&gt;"');
    expect(page).toContain('A digit is wrong or missing');
    expect(page).not.toContain('value="123"');
    expect(now(id).status).toBe('pending');
  });

  test('lets another card be tried; the third that is declined ends it', async () => {
    const { id } = await create('card', { locale: 'en' });
    const declined = { ...form, number: '4000 0000 0000 9995' };
    const { status, page } = await town.visit(`/pay/p/${id}`, declined);
    expect(status).toBe(402);
    expect(page).toContain('There is not enough money on the card. Nothing was charged. You can try 2 more times.');
    await town.visit(`/pay/p/${id}`, { ...form, number: '4111 1111 1111 1111' });
    expect((await town.visit(`/pay/p/${id}`, declined)).leadsTo).toBe(shop(id, 'failed'));
    expect(now(id)).toMatchObject({ status: 'failed', failure: { code: 'insufficient_funds' } });
    expect((await town.visit(`/pay/p/${id}`, form)).leadsTo).toBe(shop(id, 'failed'));
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.failed']);
  });

  test('asks for the code of the bank when the card wants it', async () => {
    const { id } = await create('card', { locale: 'en' });
    const challenged = { ...form, number: '4000 0027 6000 3184' };
    const { leadsTo } = await town.visit(`/pay/p/${id}`, challenged);
    expect(leadsTo).toBe(`/pay/p/${id}/challenge`);
    expect((await town.visit(leadsTo)).page).toContain('card ending in 3184');
    const wrong = await town.visit(leadsTo, { code: '000000' });
    expect(wrong.page).toContain('The code was not right');
    expect((await town.visit(leadsTo)).leadsTo).toBe(`/pay/p/${id}`);

    await town.visit(`/pay/p/${id}`, challenged);
    expect((await town.visit(leadsTo, { code: '123 456' })).leadsTo).toBe(shop(id, 'paid'));
    expect((await town.visit(leadsTo, { code: '123456' })).leadsTo).toBe(shop(id, 'paid'));
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.paid']);
  });

  test('says it does not know when the answer never comes, and does not charge again', async () => {
    const { id } = await create('card', { locale: 'en' });
    const unheard = { ...form, number: '4000 0000 0000 0341' };
    expect((await town.visit(`/pay/p/${id}`, unheard)).leadsTo).toBe(shop(id, 'unknown'));
    expect((await town.visit(`/pay/p/${id}`)).page).toContain('Do not pay again');
    expect((await town.visit(`/pay/p/${id}`, form)).leadsTo).toBe(shop(id, 'unknown'));
    expect((await town.visit(`/pay/p/${id}/cancel`, {})).leadsTo).toBe(shop(id, 'unknown'));
    await town.later(minute);
    expect(now(id)).toMatchObject({ status: 'paid', card: { last4: '0341' } });
    expect(town.receiver.received).toEqual([]);
  });

  test('can be left: the shop hears that it was cancelled', async () => {
    const { id } = await create('card');
    expect((await town.visit(`/pay/p/${id}/cancel`, {})).leadsTo).toBe(shop(id, 'cancelled'));
    expect((await town.visit(`/pay/p/${id}/cancel`, {})).leadsTo).toBe(shop(id, 'cancelled'));
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.cancelled']);
  });

  test('is over when its time is; then a card does nothing', async () => {
    const { id } = await create('card', { locale: 'en' });
    await town.later(4 * day);
    expect((await town.visit(`/pay/p/${id}`)).page).toContain('The time for this payment is over');
    expect((await town.visit(`/pay/p/${id}`, form)).leadsTo).toBe(shop(id, 'expired'));
  });

  test('runs no script but ours and stands in no frame', async () => {
    const { id } = await create('card');
    const { headers } = await fetch(`${town.world.url}/pay/p/${id}`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('a slip', () => {
  test('is drawn, and paid at the counter by its line', async () => {
    const { id, boleto, slip_url = boleto.slip_url } = await create('boleto');
    const slip = await town.visit(new URL(slip_url).pathname);
    expect(slip.page.replace(/<\/?span>/g, '')).toContain(boleto.line);
    expect(slip.page).toContain('<svg');
    expect(slip.page).toContain('05/03/2026');

    const counter = await town.visit(`/bank/counter?line=${encodeURIComponent(boleto.line)}`);
    expect(counter.page).toContain('Ana Souza');
    const paid = await town.visit('/bank/counter', { line: boleto.line, act: 'pay' });
    expect((await town.visit(paid.leadsTo)).page).toContain('Pago');
    expect(now(id)).toMatchObject({ status: 'paid', late: false });
    expect((await town.visit('/bank/counter', { line: boleto.barcode, act: 'pay' })).status).toBe(303);
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.paid']);
  });

  test('with a digit mistyped, or of nobody here, is refused in words', async () => {
    const mistyped = await town.visit('/bank/counter?line=99990.00004');
    expect([mistyped.status, mistyped.page]).toEqual([422, expect.stringContaining('A digit is wrong or missing')]);
    const foreign = await town.visit('/bank/counter?line=23793.38128 60007.827136 95000.063305 9 75520000370000');
    expect([foreign.status, foreign.page]).toEqual([422, expect.stringContaining('not of this sandbox')]);
  });

  test('is paid later, or two days after it expired, or let expire at once', async () => {
    const [tomorrow, after, dropped] = [
      await create('boleto'),
      await create('boleto'),
      await create('boleto', { locale: 'en' }),
    ];
    const planned = await town.visit('/bank/counter', { line: tomorrow.boleto.line, act: 'later', when: 'day' });
    expect((await town.visit(planned.leadsTo)).page).toContain('3 de mar. de 2026, 06:00');
    await town.visit('/bank/counter', { line: after.boleto.line, act: 'later', when: 'after_due' });
    await town.visit('/bank/counter', { line: dropped.boleto.line, act: 'expire' });
    expect(now(dropped.id).status).toBe('expired');
    expect((await town.visit(`/bank/counter?line=${dropped.boleto.barcode}`)).page).toContain('We still take it');
    await town.visit('/bank/counter', { line: dropped.boleto.line, act: 'pay' });
    expect(now(dropped.id)).toMatchObject({ status: 'paid', late: true });
    await town.later(day);
    expect(now(tomorrow.id)).toMatchObject({ status: 'paid', paid_at: '2026-03-03T09:00:00.000Z' });
    await town.later(5 * day);
    expect(now(after.id)).toMatchObject({ status: 'paid', late: true, paid_at: '2026-03-07T23:00:00.000Z' });
  });

  test('that the shop cancelled is not taken', async () => {
    const { id, boleto } = await create('boleto', { locale: 'en' });
    await town.post(`/pay/v1/payments/${id}/cancel`);
    expect((await town.visit('/bank/counter', { line: boleto.line, act: 'pay' })).status).toBe(303);
    expect((await town.visit(`/bank/counter?line=${boleto.barcode}`)).page).toContain(
      'The shop has cancelled this slip',
    );
    expect(now(id).status).toBe('cancelled');
  });
});

describe('Pix', () => {
  test('is paid in the banking app by the code that was copied', async () => {
    const { id, pix } = await create('pix');
    const { page } = await town.visit(`/pay/p/${id}`);
    expect(page).toContain(pix.emv);
    expect(page).toContain('<svg');
    const app = await town.visit(`/bank/pix?code=${encodeURIComponent(pix.emv)}`);
    expect(app.page).toContain('Pagar R$\u00a0150,00');
    const paid = await town.visit('/bank/pix', { payment: id });
    expect((await town.visit(paid.leadsTo)).page).toContain('Pago');
    await town.visit('/bank/pix', { payment: id });
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.paid']);
    expect((await town.visit(`/pay/p/${id}`)).page).toContain(shop(id, 'paid').replaceAll('&', '&amp;'));
  });

  test('is not paid after its time, nor by half a code', async () => {
    const { id, pix } = await create('pix', { expires_at: '2026-03-02T09:10:00Z', locale: 'en' });
    expect((await town.visit(`/bank/pix?code=${pix.emv.slice(0, 50)}`)).status).toBe(422);
    await town.later(10 * minute);
    await town.visit('/bank/pix', { payment: id });
    expect((await town.visit(`/bank/pix?payment=${id}`)).page).toContain('The time to pay this Pix is over');
    expect(now(id).status).toBe('expired');
  });
});

test('the front page says what one can do here, and a wrong address says so', async () => {
  expect((await town.visit('/', undefined, { 'accept-language': 'pt-PT,pt;q=0.9,en;q=0.8' })).page).toContain(
    'Caixa do banco',
  );
  expect((await town.visit('/')).page).toContain('Bank counter');
  const nowhere = await town.visit('/pay/p/pay_none');
  expect([nowhere.status, nowhere.page]).toEqual([404, expect.stringContaining('There is nothing at this address')]);
});
