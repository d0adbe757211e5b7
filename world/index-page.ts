import type { FastifyInstance } from 'fastify';
import { asIs, langOf, markup, sendPage, type Company, type Html } from './ground/page.ts';
import type { Lang, Words } from './ground/words.ts';

const en = {
  title: 'The world outside',
  lead: 'A shop needs banks, carriers and letters. In this demo they are here: small companies that answer as the real ones do, without real money or real parcels. This is what you can do.',
  shop: 'Go to the shop',
  tasks: [
    [
      'Pay by card',
      'Buy something in the shop and choose card: its page is here. Card 4242 4242 4242 4242 pays; the page lists others that are declined, ask for a code or never answer.',
      '',
      '',
    ],
    [
      'Pay a boleto at the bank',
      'Choose boleto in the shop, copy the line of digits, and pay it at the counter: now, later, or after it has expired.',
      '/bank/counter',
      'Bank counter',
    ],
    [
      'Pay by Pix',
      'Choose Pix in the shop, copy the code, and pay it in the banking app.',
      '/bank/pix',
      'Pix in the banking app',
    ],
    [
      'Move a parcel',
      'When a seller has shipped, the parcel travels by itself. You can also carry it: to customs, to the door, back, or lose it.',
      '/carrier',
      'Parcels',
    ],
    [
      'Read the letters',
      'All mail that the shop sends to anybody arrives in one mailbox: sign-up, receipts, a forgotten password.',
      '/mail',
      'Mailbox',
    ],
    [
      'See the exchange rates',
      'The day’s rates of the euro, in the file format of the European Central Bank. The numbers are made up.',
      '/ecb/eurofxref-daily.xml',
      'Rates of the day',
    ],
  ],
};
const pt: typeof en = {
  title: 'O mundo lá fora',
  lead: 'Uma loja precisa de bancos, transportadoras e correio. Nesta demonstração eles estão aqui: pequenas empresas que respondem como as de verdade, sem dinheiro nem encomendas reais. Veja o que você pode fazer.',
  shop: 'Ir para a loja',
  tasks: [
    [
      'Pagar com cartão',
      'Compre algo na loja e escolha cartão: a página dele fica aqui. O cartão 4242 4242 4242 4242 paga; a página lista outros que são recusados, pedem um código ou nunca respondem.',
      '',
      '',
    ],
    [
      'Pagar um boleto no banco',
      'Escolha boleto na loja, copie a linha digitável e pague no caixa: agora, depois ou já vencido.',
      '/bank/counter',
      'Caixa do banco',
    ],
    [
      'Pagar com Pix',
      'Escolha Pix na loja, copie o código e pague no aplicativo do banco.',
      '/bank/pix',
      'Pix no aplicativo do banco',
    ],
    [
      'Mover uma encomenda',
      'Depois que o vendedor envia, a encomenda viaja sozinha. Você também pode levá-la: à alfândega, à porta, de volta, ou perdê-la.',
      '/carrier',
      'Encomendas',
    ],
    [
      'Ler as mensagens',
      'Todo e-mail que a loja envia a qualquer pessoa chega a uma só caixa: cadastro, recibos, senha esquecida.',
      '/mail',
      'Caixa de correio',
    ],
    [
      'Ver as taxas de câmbio',
      'As taxas do euro do dia, no formato do Banco Central Europeu. Os números são inventados.',
      '/ecb/eurofxref-daily.xml',
      'Taxas do dia',
    ],
  ],
};
const words: Words<typeof en> = { en, 'pt-BR': pt };

export const outside: Company = {
  name: 'Sandbox',
  colour: '#14597a',
  sign: asIs(
    '<path fill="none" stroke="currentColor" stroke-width="2" d="M2 18c3 0 3-2 6-2s3 2 6 2 3-2 6-2M12 13V4l6 5h-6"/>',
  ),
  home: '/',
};

export function indexPage(app: FastifyInstance, shop: string | undefined): void {
  app.get('/', (request, reply) => {
    const lang = langOf(request, reply);
    return sendPage(reply, { company: outside, lang, title: words[lang].title, body: tasks(lang, shop) });
  });
  app.get('/healthz', () => ({ ok: true }));
}

function tasks(lang: Lang, shop: string | undefined): Html {
  const w = words[lang];
  return markup`<h1>${w.title}</h1><p>${w.lead}</p>
${shop && markup`<p><a href="${shop}">${w.shop}</a></p>`}
<ul class="tasks">${w.tasks.map(
    ([title, text, href, link]) =>
      markup`<li><h2>${title}</h2><p>${text}</p>${href && markup`<a class="button" href="${href}">${link}</a>`}</li>`,
  )}</ul>`;
}
