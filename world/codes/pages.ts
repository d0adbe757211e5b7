/** An authenticator app for visitors who have none at hand: the codes of the demo's desk, and of any secret that is typed in. */
import type { FastifyInstance } from 'fastify';
import { asIs, langOf, markup, sendPage, type Company, type Html } from '../ground/page.ts';
import type { Lang, Words } from '../ground/words.ts';
import { codeNow, demoSecret, isSecret } from './totp.ts';

const app: Company = {
  name: 'Lantern codes',
  colour: '#5b3a8c',
  sign: asIs(
    '<g fill="none" stroke="currentColor" stroke-width="2"><rect x="6" y="9" width="12" height="11" rx="2"/><path d="M9 9V6a3 3 0 0 1 6 0v3"/></g>',
  ),
  home: '/codes',
};

const en = {
  title: 'Sign-in codes',
  lead: 'This is the authenticator app of the demo. Use it when the shop or the desk asks for a code at the sign-in.',
  demo: 'Desk of the demo (Inês Prado)',
  yours: 'Your key',
  again: (seconds: number) => `A new one in ${seconds} s. Each works once.`,
  label: 'Key that the shop showed you',
  show: 'Show the code',
  wrong: 'That is not a key: it has letters from A to Z and digits from 2 to 7.',
};
const pt: typeof en = {
  title: 'Códigos de acesso',
  lead: 'Este é o aplicativo autenticador da demonstração. Use-o quando a loja ou a mesa pedir um código no acesso.',
  demo: 'Mesa da demonstração (Inês Prado)',
  yours: 'Sua chave',
  again: (seconds) => `Um novo em ${seconds} s. Cada um vale uma vez.`,
  label: 'Chave que a loja mostrou',
  show: 'Mostrar o código',
  wrong: 'Isto não é uma chave: ela tem letras de A a Z e dígitos de 2 a 7.',
};
const words: Words<typeof en> = { en, 'pt-BR': pt };

export function codesPage(door: FastifyInstance, now: () => Date): void {
  door.get<{ Querystring: { secret?: string } }>('/codes', (request, reply) => {
    const lang = langOf(request, reply);
    const typed = (request.query.secret ?? '').replace(/\s/g, '').toUpperCase();
    void reply.header('refresh', String(codeNow(demoSecret, now()).seconds));
    return sendPage(reply, { company: app, lang, title: words[lang].title, body: body(typed, now(), lang) });
  });
}

function body(typed: string, at: Date, lang: Lang): Html {
  const w = words[lang];
  const card = (name: string, secret: string) => {
    const { code, seconds } = codeNow(secret, at);
    return markup`<section class="sheet"><h2>${name}</h2><p class="mono"><strong>${code.slice(0, 3)} ${code.slice(3)}</strong></p><p class="muted">${w.again(seconds)}</p></section>`;
  };
  return markup`<h1>${w.title}</h1><p>${w.lead}</p>
${typed !== '' && !isSecret(typed) && markup`<div class="note bad" role="alert"><p>${w.wrong}</p></div>`}
${isSecret(typed) && card(w.yours, typed)}
${card(w.demo, demoSecret)}
<form method="get" action="/codes" class="narrow"><div class="field"><label for="secret">${w.label}</label>
<div class="copyline"><input id="secret" name="secret" class="mono" value="${typed}" autocomplete="off" required><button>${w.show}</button></div></div></form>`;
}
