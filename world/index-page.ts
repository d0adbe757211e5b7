import type { FastifyInstance } from 'fastify';
import { asIs, langOf, markup, sendPage, type Company, type Html } from './ground/page.ts';
import type { Lang, Words } from './ground/words.ts';

interface Task {
  title: string;
  text: string;
  /** Without it the way is through the shop. */
  href?: string;
  link?: string;
}

const en = {
  title: 'The world outside',
  lead: 'A shop needs banks, carriers and letters. In this demo they are here: small companies that answer as the real ones do, without real money or real parcels. This is what you can do.',
  shop: 'Go to the shop',
  tasks: [
    {
      title: 'Pay by card',
      text: 'Buy something in the shop and choose card: its page is here. Card 4242 4242 4242 4242 pays; the page lists others that are declined, ask for a code or never answer.',
    },
    {
      title: 'Pay a boleto at the bank',
      text: 'Choose boleto in the shop, copy the line of digits, and pay it at the counter: now, later, or after it has expired.',
      href: '/bank/counter',
      link: 'Bank counter',
    },
    {
      title: 'Pay by Pix',
      text: 'Choose Pix in the shop, copy the code, and pay it in the banking app.',
      href: '/bank/pix',
      link: 'Banking app',
    },
    {
      title: 'Move a parcel',
      text: 'When a seller has shipped, the parcel travels by itself. You can also carry it: to customs, to the door, back, or lose it.',
      href: '/carrier',
      link: 'Parcels',
    },
    {
      title: 'Read the letters',
      text: 'All mail that the shop sends to anybody arrives in one mailbox: sign-up, receipts, a forgotten password.',
      href: '/mail',
      link: 'Mailbox',
    },
    {
      title: 'Get a sign-in code',
      text: 'The desk asks for a second step. This authenticator app shows its code, and that of any key you were given.',
      href: '/codes',
      link: 'Codes',
    },
    {
      title: 'See the exchange rates',
      text: 'The day’s rates of the euro, in the file format of the European Central Bank. The numbers are made up.',
      href: '/ecb/eurofxref-daily.xml',
      link: 'Rates of the day',
    },
  ] as Task[],
};
const pt: typeof en = {
  title: 'O mundo lá fora',
  lead: 'Uma loja precisa de bancos, transportadoras e correio. Nesta demonstração eles estão aqui: pequenas empresas que respondem como as de verdade, sem dinheiro nem encomendas reais. Veja o que você pode fazer.',
  shop: 'Ir para a loja',
  tasks: [
    {
      title: 'Pagar com cartão',
      text: 'Compre algo na loja e escolha cartão: a página dele fica aqui. O cartão 4242 4242 4242 4242 paga; a página lista outros que são recusados, pedem um código ou nunca respondem.',
    },
    {
      title: 'Pagar um boleto no banco',
      text: 'Escolha boleto na loja, copie a linha digitável e pague no caixa: agora, depois ou já vencido.',
      href: '/bank/counter',
      link: 'Caixa do banco',
    },
    {
      title: 'Pagar com Pix',
      text: 'Escolha Pix na loja, copie o código e pague no aplicativo do banco.',
      href: '/bank/pix',
      link: 'Aplicativo do banco',
    },
    {
      title: 'Mover uma encomenda',
      text: 'Depois que o vendedor envia, a encomenda viaja sozinha. Você também pode levá-la: à alfândega, à porta, de volta, ou perdê-la.',
      href: '/carrier',
      link: 'Encomendas',
    },
    {
      title: 'Ler as mensagens',
      text: 'Todo e-mail que a loja envia a qualquer pessoa chega a uma só caixa: cadastro, recibos, senha esquecida.',
      href: '/mail',
      link: 'Caixa de correio',
    },
    {
      title: 'Pegar um código de acesso',
      text: 'A mesa pede uma segunda etapa. Este aplicativo autenticador mostra o código dela e o de qualquer chave que você recebeu.',
      href: '/codes',
      link: 'Códigos',
    },
    {
      title: 'Ver as taxas de câmbio',
      text: 'As taxas do euro do dia, no formato do Banco Central Europeu. Os números são inventados.',
      href: '/ecb/eurofxref-daily.xml',
      link: 'Taxas do dia',
    },
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
  const task = ({ title, text, href, link }: Task) => markup`<li><h2>${title}</h2><p>${text}</p>
${href ? markup`<a class="button" href="${href}">${link}</a>` : shop && markup`<a class="button main" href="${shop}">${w.shop}</a>`}</li>`;
  return markup`<h1>${w.title}</h1><p>${w.lead}</p><ul class="tasks">${w.tasks.map(task)}</ul>`;
}
