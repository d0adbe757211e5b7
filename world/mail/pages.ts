import type { FastifyInstance } from 'fastify';
import { asIs, langOf, markup, sendPage, timeText, type Company, type Html } from '../ground/page.ts';
import { notFound } from '../ground/refused.ts';
import type { Lang, Words } from '../ground/words.ts';
import type { Letter, Mailbox } from './mailbox.ts';

const en = {
  mailbox: 'Mailbox',
  text: 'Every letter that the shop has sent to anybody. None has really gone out.',
  search: 'Letters to',
  searchHelp: 'An address or a part of one',
  find: 'Find',
  none: 'No letters yet. Sign up or buy something in the shop, and they appear here.',
  noneTo: (to: string) => `No letters to ${to}.`,
  to: 'To',
  from: 'From',
  subject: 'Subject',
  at: 'Arrived',
  noSubject: '(no subject)',
  all: 'All letters',
  asText: 'As plain text',
  source: 'Its source',
  attachments: 'Attachments',
};
const pt: typeof en = {
  mailbox: 'Caixa de correio',
  text: 'Todas as mensagens que a loja enviou a qualquer pessoa. Nenhuma saiu de fato.',
  search: 'Mensagens para',
  searchHelp: 'Um endereço ou parte dele',
  find: 'Buscar',
  none: 'Ainda não há mensagens. Crie uma conta ou compre algo na loja e elas aparecem aqui.',
  noneTo: (to) => `Nenhuma mensagem para ${to}.`,
  to: 'Para',
  from: 'De',
  subject: 'Assunto',
  at: 'Chegou',
  noSubject: '(sem assunto)',
  all: 'Todas as mensagens',
  asText: 'Como texto simples',
  source: 'Código-fonte',
  attachments: 'Anexos',
};
const words: Words<typeof en> = { en, 'pt-BR': pt };

const mailroom: Company = {
  name: 'Mailroom',
  colour: '#10243e',
  sign: asIs('<path fill="none" stroke="currentColor" stroke-width="2" d="M3 6h18v13H3zM3 7l9 7 9-7"/>'),
  home: '/mail',
};

/** A letter's own HTML runs no script, sends no form, and opens its links outside. */
const letterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src * data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const ground =
  '<!doctype html><base target="_blank"><style>body { margin: 16px; font: 16px/1.5 system-ui, sans-serif; color: #10243e }</style>';

type ById = { Params: { id: string; n: string } };
type Wanted = { Querystring: { to?: string; since?: string; limit?: string } };

export function mailPages(app: FastifyInstance, mailbox: Omit<Mailbox, 'port'>): void {
  const find = (id: string): Letter => {
    const letter = mailbox.letter(id);
    if (!letter) throw notFound('letter', id);
    return letter;
  };

  app.get<Wanted>('/mail', (request, reply) => {
    const lang = langOf(request, reply);
    const { to = '' } = request.query;
    const body = listPage(mailbox.letters({ to, limit: 100 }), to, lang);
    return sendPage(reply, { company: mailroom, lang, title: words[lang].mailbox, body });
  });
  app.get<Wanted>('/mail/messages.json', (request) => {
    const { to = '', since, limit } = request.query;
    const from = since && !Number.isNaN(Date.parse(since)) ? { since: new Date(since) } : {};
    return { messages: mailbox.letters({ to, ...from, limit: Math.min(Number(limit) || 100, 1000) }).map(told) };
  });
  app.get<ById>('/mail/:id', (request, reply) => {
    const lang = langOf(request, reply);
    const letter = find(request.params.id);
    const title = letter.subject || words[lang].noSubject;
    return sendPage(reply, { company: mailroom, lang, title, body: letterPage(letter, lang) });
  });
  app.get<ById>('/mail/:id/html', (request, reply) => {
    const letter = find(request.params.id);
    const body = (letter.html ?? '').replace(/cid:([^"')\s>]+)/g, (whole, cid: string) => {
      const n = letter.attachments.findIndex(({ contentId }) => contentId === cid);
      return n < 0 ? whole : `/mail/${letter.id}/attachments/${n}`;
    });
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': letterPolicy };
    return reply.headers(headers).send(`${ground}${body}`);
  });
  app.get<ById>('/mail/:id/attachments/:n', (request, reply) => {
    const { id, n } = request.params;
    const { base64, type, name } = find(id).attachments[Number(n)] ?? {};
    if (!base64 || !type || !name) throw notFound('attachment', n);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    return reply
      .headers({ 'content-type': type, 'content-disposition': disposition })
      .send(Buffer.from(base64, 'base64'));
  });
}

const told = ({ source: _source, ...letter }: Letter) => ({
  ...letter,
  attachments: letter.attachments.map(({ name, type, bytes }, n) => ({
    name,
    type,
    bytes,
    path: `/mail/${letter.id}/attachments/${n}`,
  })),
});

function listPage(letters: Letter[], to: string, lang: Lang): Html {
  const w = words[lang];
  const row = (letter: Letter) => markup`<tr>
<th scope="row"><a href="/mail/${letter.id}">${letter.subject || w.noSubject}</a></th>
<td>${letter.to.join(', ')}</td>
<td class="muted"><time datetime="${letter.at}">${timeText(letter.at, lang, 'UTC')} UTC</time></td></tr>`;
  return markup`<h1>${w.mailbox}</h1>
<p>${w.text}</p>
<form method="get" action="/mail" class="narrow"><div class="field"><label for="to">${w.search}</label>
<div class="copyline"><input id="to" name="to" type="search" value="${to}" autocomplete="off" aria-describedby="to-help"><button>${w.find}</button></div>
<p class="help" id="to-help">${w.searchHelp}</p></div></form>
<section class="sheet">${
    letters.length === 0
      ? markup`<p>${to ? w.noneTo(to) : w.none}</p>`
      : markup`<table class="rows">
<thead><tr><th scope="col">${w.subject}</th><th scope="col">${w.to}</th><th scope="col">${w.at}</th></tr></thead>
<tbody>${letters.map(row)}</tbody></table>`
  }</section>`;
}

function letterPage(letter: Letter, lang: Lang): Html {
  const w = words[lang];
  const plain = markup`<pre class="letter">${letter.text}</pre>`;
  return markup`<p><a href="/mail">${w.all}</a></p>
<h1>${letter.subject || w.noSubject}</h1>
<dl class="small"><dt>${w.from}</dt><dd>${letter.from}</dd><dt>${w.to}</dt><dd>${letter.to.join(', ')}</dd>
<dt>${w.at}</dt><dd><time datetime="${letter.at}">${timeText(letter.at, lang, 'UTC')} UTC</time></dd></dl>
<section class="sheet">
${
  letter.html
    ? markup`<iframe class="letter" title="${letter.subject || w.noSubject}" src="/mail/${letter.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
${letter.text && markup`<details class="small"><summary>${w.asText}</summary>${plain}</details>`}`
    : plain
}
${
  letter.attachments.length > 0 &&
  markup`<h2>${w.attachments}</h2><ul>${letter.attachments.map(
    ({ name, bytes, base64 }, n) =>
      markup`<li>${base64 ? markup`<a href="/mail/${letter.id}/attachments/${n}">${name}</a>` : name} <span class="muted small">${Math.ceil(bytes / 1024)} KB</span></li>`,
  )}</ul>`
}
${letter.source && markup`<details class="small"><summary>${w.source}</summary><pre class="letter">${letter.source}</pre></details>`}
</section>`;
}
