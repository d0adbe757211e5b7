import type { FastifyInstance } from 'fastify';
import { asIs, attributes, langOf, markup, moneyText, sendPage, type Company, type Html } from '../ground/page.ts';
import type { Lang } from '../ground/words.ts';
import { isPaid, wayBack, type Payment } from '../provider/payment.ts';
import { payee } from '../provider/papers.ts';
import type { Payments } from '../provider/payments.ts';
import { words } from './words.ts';

export const bancoDoPorto: Company = {
  name: 'Banco do Porto',
  colour: '#6e1f3a',
  sign: asIs('<path fill="currentColor" d="M12 3 2 8v2h20V8zM4 12h3v6H4zm6.5 0h3v6h-3zM17 12h3v6h-3zM2 19h20v2H2z"/>'),
  home: '/',
};

export function pixDoors(app: FastifyInstance, { payments }: { payments: Payments }): void {
  app.get<{ Querystring: { payment?: string; code?: string } }>('/bank/pix', (request, reply) => {
    const { payment: id, code = '' } = request.query;
    const payment = id ? payments.find(id) : payments.ofPix(code);
    const lang = langOf(request, reply, payment?.locale);
    const unknown = !payment?.pix && code !== '';
    const body = pixAppPage(payment?.pix ? payment : undefined, code, unknown, lang);
    return sendPage(reply, { company: bancoDoPorto, lang, title: words[lang].app, body }, unknown ? 422 : 200);
  });
  app.post<{ Body: { payment?: string } }>('/bank/pix', (request, reply) => {
    const payment = payments.find(request.body.payment ?? '');
    if (payment.pix && payment.status === 'pending') payments.pay(payment.id);
    return reply.redirect(`/bank/pix?payment=${payment.id}`, 303);
  });
}

function pixAppPage(payment: Payment | undefined, code: string, unknown: boolean, lang: Lang): Html {
  const w = words[lang];
  return markup`<div class="narrow"><section class="sheet">
<h1>${w.app}</h1>
${
  payment
    ? pixInApp(payment, lang)
    : markup`<form method="get" action="/bank/pix">
<div class="field"><label for="code">${w.code}</label>
<textarea id="code" name="code" class="mono small" rows="5" maxlength="600" required aria-describedby="code-help"${attributes({ 'aria-invalid': unknown && 'true' })}>${code}</textarea>
<p id="code-help" class="${unknown ? 'wrong' : 'help'}">${unknown ? w.pixUnknown : w.appText}</p></div>
<button class="main full">${w.look}</button></form>`
}
</section></div>`;
}

function pixInApp(payment: Payment, lang: Lang): Html {
  const w = words[lang];
  const state = isPaid(payment) ? 'paid' : payment.status;
  const amount = moneyText(payment.amount, lang);
  return markup`<p class="amount">${amount}</p>
<dl><dt>${w.payee}</dt><dd>${payee.name}</dd><dt>${w.payer}</dt><dd>${payment.customer.name}</dd></dl>
${state === 'pending' && markup`<form method="post" action="/bank/pix"><input type="hidden" name="payment" value="${payment.id}"><button class="main full">${w.payPix(amount)}</button></form>`}
${state === 'paid' && markup`<div class="note good" role="status"><p>${w.paidTitle}. ${w.paidText}</p></div>`}
${(state === 'failed' || state === 'cancelled' || state === 'expired') && markup`<div class="note warn"><p>${w.pixState[state]}</p></div>`}
${state !== 'pending' && markup`<div class="acts"><a class="button main" href="${wayBack(payment)}">${w.toShop}</a><a class="button" href="/bank/pix">${w.anotherPix}</a></div>`}`;
}
