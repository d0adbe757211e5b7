import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { attributes, langOf, markup, moneyText, sendPage, timeText, type Html } from '../ground/page.ts';
import type { Lang } from '../ground/words.ts';
import { digitsOf } from '../provider/cards.ts';
import { isPaid, wayBack, type Payment } from '../provider/payment.ts';
import { slipHolds } from '../provider/boleto.ts';
import { payee } from '../provider/papers.ts';
import { stillPayable, type Payments } from '../provider/payments.ts';
import { bancoDoPorto } from './pix-page.ts';
import { words } from './words.ts';

type Later = keyof (typeof words)['en']['later'];
const dayMs = 86_400_000;
const saoPaulo = 'America/Sao_Paulo';

interface Found {
  payment?: Payment;
  problem?: 'mistyped' | 'unknown';
}

export function counterDoors(app: FastifyInstance, { payments, now }: { payments: Payments; now: () => Date }): void {
  function find(line: string): Found {
    if (!slipHolds(digitsOf(line))) return { problem: 'mistyped' };
    const payment = payments.ofSlip(line);
    return payment ? { payment } : { problem: 'unknown' };
  }
  function show(request: FastifyRequest, reply: FastifyReply, line: string) {
    const found = line ? find(line) : {};
    const lang = langOf(request, reply, found.payment?.locale);
    const body = counterPage(line, found, lang, now());
    return sendPage(
      reply,
      { company: bancoDoPorto, lang, title: words[lang].counter, body },
      found.problem ? 422 : 200,
    );
  }

  app.get<{ Querystring: { line?: string } }>('/bank/counter', (request, reply) =>
    show(request, reply, request.query.line ?? ''),
  );

  app.post<{ Body: { line?: string; act?: string; when?: string } }>('/bank/counter', (request, reply) => {
    const { line = '', act, when } = request.body;
    const { payment } = find(line);
    if (!payment) return show(request, reply, line);
    if (act === 'expire') payments.expire(payment.id);
    else if (stillPayable(payment, now()) && act === 'later')
      payments.payLater(payment.id, timeOf(when as Later, payment, now()));
    else if (stillPayable(payment, now())) payments.pay(payment.id);
    return reply.redirect(`/bank/counter?line=${digitsOf(line)}`, 303);
  });
}

function timeOf(when: Later, payment: Payment, now: Date): Date {
  const times: Record<Later, number> = {
    minute: now.getTime() + 60_000,
    day: now.getTime() + dayMs,
    two_days: now.getTime() + 2 * dayMs,
    after_due: Date.parse(payment.expires_at) + 2 * dayMs,
  };
  return new Date(Math.max(times[when] ?? times.minute, now.getTime()));
}

function counterPage(line: string, { payment, problem }: Found, lang: Lang, now: Date): Html {
  const w = words[lang];
  return markup`<div class="narrow"><section class="sheet">
<h1>${w.counter}</h1>
${
  payment
    ? slipAtCounter(payment, lang, now)
    : markup`<form method="get" action="/bank/counter">
<div class="field"><label for="line">${w.line}</label>
<textarea id="line" name="line" class="mono" rows="3" inputmode="numeric" maxlength="80" aria-describedby="line-help" required${attributes({ 'aria-invalid': problem && 'true' })}>${line}</textarea>
<p id="line-help" class="${problem ? 'wrong' : 'help'}">${problem ? w[problem] : w.counterText}</p></div>
<button class="main full">${w.look}</button></form>`
}
</section></div>`;
}

function slipAtCounter(payment: Payment, lang: Lang, now: Date): Html {
  const w = words[lang];
  const { line, due_date } = payment.boleto!;
  const [year, month, day] = due_date.split('-');
  return markup`
<p class="amount">${moneyText(payment.amount, lang)}</p>
<dl><dt>${w.payee}</dt><dd>${payee.name}</dd><dt>${w.payer}</dt><dd>${payment.customer.name}</dd>
<dt>${w.dueDate}</dt><dd><time datetime="${due_date}">${day}/${month}/${year}</time></dd><dt>${w.line}</dt><dd class="mono small">${line}</dd></dl>
${stillPayable(payment, now) ? waysToPay(payment, lang) : closedSlip(payment, lang)}`;
}

function closedSlip(payment: Payment, lang: Lang): Html {
  const w = words[lang];
  const state = isPaid(payment)
    ? 'paid'
    : payment.status === 'failed' || payment.status === 'cancelled'
      ? payment.status
      : 'over';
  return markup`<div class="note ${state === 'paid' ? 'good' : 'warn'}" role="status"><p>${state === 'paid' ? `${w.paidTitle}. ${w.paidText}` : w.state[state]}</p></div>
<div class="acts"><a class="button main" href="${wayBack(payment)}">${w.toShop}</a><a class="button" href="/bank/counter">${w.another}</a></div>`;
}

function waysToPay(payment: Payment, lang: Lang): Html {
  const w = words[lang];
  const { paysAt } = payment.inner;
  const hidden = markup`<input type="hidden" name="line" value="${digitsOf(payment.boleto!.line)}">`;
  const times = (Object.keys(w.later) as Later[]).filter(
    (when) => when !== 'after_due' || payment.status === 'pending',
  );
  return markup`
${payment.status === 'expired' && markup`<div class="note warn"><p>${w.expired}</p></div>`}
${paysAt && markup`<div class="note good" role="status"><p>${w.planned(timeText(paysAt, lang, saoPaulo))}</p></div>`}
<form method="post" action="/bank/counter">${hidden}<button class="main full" name="act" value="pay">${w.payNow}</button></form>
<form method="post" action="/bank/counter" style="margin-block-start:24px">${hidden}
<fieldset><legend>${w.payLater}</legend>
${times.map((when, i) => markup`<label class="choice"><input type="radio" name="when" value="${when}"${attributes({ checked: i === 0 })}>${w.later[when]}</label>`)}
<p class="help">${w.laterHelp}</p></fieldset>
<button name="act" value="later">${w.payLater}</button></form>
${
  payment.status === 'pending' &&
  markup`<form method="post" action="/bank/counter" style="margin-block-start:24px">${hidden}
<button class="quiet" name="act" value="expire">${w.letExpire}</button><p class="help">${w.letExpireHelp}</p></form>`
}`;
}
