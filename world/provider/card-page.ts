import { asIs, attributes, markup, moneyText, timeText, type Company, type Html } from '../ground/page.ts';
import type { BuyersLang } from '../ground/words.ts';
import { testCards, type CardForm, type Decline, type FieldProblem, type TestCard } from './cards.ts';
import type { Payment } from './payment.ts';
import { words, type ProviderWords } from './words.ts';

export const harbourPay: Company = {
  name: 'Harbour Pay',
  colour: '#14597a',
  sign: asIs('<path fill="currentColor" d="M3 17h18v2H3zM5 15l2-7h3v7zm7-11h2v11h-2zm4 6h3l1 5h-4z"/>'),
  home: '/',
};

export interface CardPageState {
  form: CardForm;
  problems: Partial<Record<keyof CardForm, FieldProblem>>;
  declined?: Decline | undefined;
}

export const emptyForm: CardForm = { number: '', expiry: '', cvc: '', holder: '', installments: '1' };

/** Left (or above) what is paid and to whom, right the card. What was typed stays when it is refused, but for the security code. */
export function cardPage(
  payment: Payment,
  { form, problems, declined }: CardPageState,
  lang: BuyersLang,
  now: Date,
): Html {
  const w = words[lang];
  const wrong = Object.keys(problems).length > 0;
  return markup`<div class="split">
<div>
  ${summary(payment, lang)}
  ${testCardTable(payment, w, now)}
</div>
<section class="sheet" aria-labelledby="pay">
  <h1 id="pay">${w.payBy}</h1>
  ${declined && markup`<div class="note bad" role="alert"><p>${w.declines[declined]} ${w.notCharged} ${w.triesLeft(payment.inner.attemptsLeft)}</p></div>`}
  ${wrong && markup`<div class="note bad" role="alert"><p>${w.formWrong}</p></div>`}
  <form method="post" action="/pay/p/${payment.id}" novalidate>
    ${field(w, 'number', w.number, form, problems, { mode: 'numeric', length: 23, groups: '4,4,4,4| ', help: '' })}
    <div class="fields">
      ${field(w, 'expiry', w.expiry, form, problems, { mode: 'numeric', length: 7, groups: '2,2|/', help: w.expiryHelp })}
      ${field(w, 'cvc', w.cvc, { ...form, cvc: '' }, problems, { mode: 'numeric', length: 4, groups: '', help: w.cvcHelp })}
    </div>
    ${field(w, 'holder', w.holder, form, problems, { mode: 'text', length: 100, groups: '', help: '' })}
    ${payment.installments > 1 ? installmentField(payment, form, lang) : markup`<input type="hidden" name="installments" value="1">`}
    <button class="main full">${w.pay(moneyText(payment.amount, lang))}</button>
  </form>
  <form method="post" action="/pay/p/${payment.id}/cancel"><button class="quiet">${w.giveUp}</button></form>
</section>
</div>`;
}

export function summary(payment: Payment, lang: BuyersLang): Html {
  const w = words[lang];
  return markup`<div>
<p class="muted">${w.youPay}</p>
<p class="amount">${moneyText(payment.amount, lang)}</p>
<p><bdi>${payment.description}</bdi></p>
<dl class="small">
<dt>${w.reference}</dt><dd><bdi>${payment.reference}</bdi></dd>
<dt>${w.payUntil}</dt><dd>${timeText(payment.expires_at, lang, zoneOf(payment))}</dd>
</dl>
</div>`;
}

/** A Brazilian reads times of Brasília; of others we know no more than the country, and say UTC. */
const zoneOf = (payment: Payment): string => (payment.customer.country === 'BR' ? 'America/Sao_Paulo' : 'UTC');

interface Look {
  mode: 'numeric' | 'text';
  length: number;
  groups: string;
  help: string;
}

/** A browser would offer to fill in a real card. In a sandbox it must not, hence autocomplete="off". */
function field(
  w: ProviderWords,
  name: keyof CardForm,
  label: string,
  form: CardForm,
  problems: Partial<Record<keyof CardForm, FieldProblem>>,
  { mode, length, groups, help }: Look,
): Html {
  const problem = problems[name];
  const told = attributes({
    inputmode: mode,
    dir: mode === 'numeric' && 'ltr',
    maxlength: String(length),
    'data-groups': groups,
    'aria-invalid': problem && 'true',
    'aria-describedby': (problem || help) && `${name}-help`,
  });
  return markup`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" value="${form[name]}" autocomplete="off" required${told}>
${problem ? markup`<p class="wrong" id="${name}-help">${w.problems[problem]}</p>` : help && markup`<p class="help" id="${name}-help">${help}</p>`}
</div>`;
}

function installmentField({ amount, installments }: Payment, form: CardForm, lang: BuyersLang): Html {
  const w = words[lang];
  const text = (minor: number) => moneyText({ currency: amount.currency, minor }, lang);
  const options = Array.from({ length: installments }, (_, i) => {
    const n = i + 1;
    const each = Math.floor(amount.minor / n);
    const label = n === 1 ? w.inOne(text(amount.minor)) : w.inParts(n, text(each), text(amount.minor - each * (n - 1)));
    return markup`<option value="${n}"${attributes({ selected: form.installments === String(n) })}>${label}</option>`;
  });
  return markup`<div class="field">
<label for="installments">${w.installments}</label>
<select id="installments" name="installments">${options}</select>
</div>`;
}

function testCardTable({ id }: Payment, w: ProviderWords, now: Date): Html {
  const expiry = `12/${String((now.getUTCFullYear() + 2) % 100).padStart(2, '0')}`;
  const row = (card: TestCard) => markup`<tr>
<th scope="row"><a class="mono" dir="ltr" href="/pay/p/${id}?${new URLSearchParams({ number: grouped(card.number), expiry }).toString()}#pay">${grouped(card.number)}</a></th>
<td>${card.does === 'declines' ? w.declinedWith(w.declines[card.why]) : w.does[card.does]}</td>
</tr>`;
  return markup`<details class="small"><summary><strong>${w.testCards}</strong></summary>
<p class="muted">${w.testCardsHelp}</p>
<table class="rows"><thead><tr><th scope="col">${w.testCard}</th><th scope="col">${w.whatHappens}</th></tr></thead><tbody>${testCards.map(row)}</tbody></table>
</details>`;
}

const grouped = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
