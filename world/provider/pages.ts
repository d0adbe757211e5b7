import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { langOf, sendPage, type Html } from '../ground/page.ts';
import { buyersLangs, type BuyersLang } from '../ground/words.ts';
import { cardPage, emptyForm, harbourPay, type CardPageState } from './card-page.ts';
import { problemsOf, type CardForm } from './cards.ts';
import { answerChallenge, charge, type Charged } from './charge.ts';
import { challengePage, overPage, pixPage, slipPage, stateOf } from './other-pages.ts';
import { isPaid, wayBack, type Payment } from './payment.ts';
import { barcodePicture, qrPicture } from './papers.ts';
import type { Payments } from './payments.ts';
import { words } from './words.ts';

type ById = { Params: { id: string } };

export function providerPages(app: FastifyInstance, { payments, now }: { payments: Payments; now: () => Date }): void {
  const spokenBy = (request: FastifyRequest, reply: FastifyReply, { locale }: Payment) =>
    langOf(request, reply, locale, buyersLangs);
  const show = (reply: FastifyReply, lang: BuyersLang, title: string, body: Html, status = 200) =>
    sendPage(reply, { company: harbourPay, lang, spoken: buyersLangs, title, body }, status);

  function showCard(
    request: FastifyRequest,
    reply: FastifyReply,
    payment: Payment,
    state: CardPageState,
    status = 200,
  ) {
    const lang = spokenBy(request, reply, payment);
    return show(reply, lang, words[lang].payBy, cardPage(payment, state, lang, now()), status);
  }
  function showOver(request: FastifyRequest, reply: FastifyReply, payment: Payment) {
    const lang = spokenBy(request, reply, payment);
    return show(reply, lang, words[lang].state[stateOf(payment)].title, overPage(payment, lang));
  }
  async function showSlip(request: FastifyRequest, reply: FastifyReply, payment: Payment) {
    const lang = spokenBy(request, reply, payment);
    const svg = await barcodePicture(payment.boleto!.barcode);
    return show(reply, lang, words[lang].slipTitle, slipPage(payment, { svg }, lang));
  }
  async function showPix(request: FastifyRequest, reply: FastifyReply, payment: Payment) {
    const lang = spokenBy(request, reply, payment);
    return show(reply, lang, words[lang].pixTitle, pixPage(payment, { svg: await qrPicture(payment.pix!.emv) }, lang));
  }

  app.get<ById & { Querystring: { number?: string; expiry?: string } }>('/pay/p/:id', (request, reply) => {
    const payment = payments.find(request.params.id);
    // A slip that has expired can still be printed: a bank may take it.
    if (payment.boleto && (payment.status === 'pending' || payment.status === 'expired'))
      return showSlip(request, reply, payment);
    if (payment.status !== 'pending' || payment.inner.unheardUntil) return showOver(request, reply, payment);
    if (payment.pix) return showPix(request, reply, payment);
    const { number = '', expiry = '' } = request.query;
    const state = { form: { ...emptyForm, number, expiry }, problems: {} };
    return showCard(request, reply, payment, state);
  });
  app.get<ById>('/pay/p/:id/status', (request) => payments.find(request.params.id).status);

  app.post<ById & { Body: Partial<CardForm> }>('/pay/p/:id', (request, reply) => {
    const payment = payments.find(request.params.id);
    if (payment.method !== 'card') return reply.redirect(`/pay/p/${payment.id}`, 303);
    const form = { ...emptyForm, ...request.body };
    if (payment.status !== 'pending') return reply.redirect(wayBack(payment), 303);
    const problems = problemsOf(form, payment.installments, now());
    if (Object.keys(problems).length > 0) return showCard(request, reply, payment, { form, problems }, 422);
    return afterTrying(
      request,
      reply,
      payment,
      form,
      charge(payments, payment, form.number, Number(form.installments)),
    );
  });

  function afterTrying(
    request: FastifyRequest,
    reply: FastifyReply,
    payment: Payment,
    form: CardForm,
    charged: Charged,
  ) {
    if (charged === 'challenge') return reply.redirect(`/pay/p/${payment.id}/challenge`, 303);
    if (typeof charged === 'string' || charged.failed) return reply.redirect(wayBack(payment), 303);
    return showCard(request, reply, payment, { form, problems: {}, declined: charged.declined }, 402);
  }

  app.get<ById>('/pay/p/:id/challenge', (request, reply) => {
    const payment = payments.find(request.params.id);
    if (payment.status !== 'pending' || !payment.inner.challenge) return reply.redirect(`/pay/p/${payment.id}`, 303);
    const lang = spokenBy(request, reply, payment);
    return show(reply, lang, words[lang].challengeTitle, challengePage(payment, lang));
  });
  app.post<ById & { Body: { code?: string } }>('/pay/p/:id/challenge', (request, reply) => {
    const payment = payments.find(request.params.id);
    return afterTrying(request, reply, payment, emptyForm, answerChallenge(payments, payment, request.body.code ?? ''));
  });

  app.post<ById>('/pay/p/:id/cancel', (request, reply) => {
    const payment = payments.find(request.params.id);
    const mayCancel = payment.status === 'pending' && !payment.inner.unheardUntil;
    if (mayCancel && !isPaid(payment)) payments.cancel(payment.id);
    return reply.redirect(wayBack(payment), 303);
  });
}
