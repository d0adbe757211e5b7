import { markup, moneyText, type Html } from '../ground/page.ts';
import { shared, type BuyersLang } from '../ground/words.ts';
import { summary } from './card-page.ts';
import { isPaid, wayBack, type Payment } from './payment.ts';
import { payee } from './papers.ts';
import { words } from './words.ts';

export function challengePage(payment: Payment, lang: BuyersLang): Html {
  const w = words[lang];
  return markup`<div class="narrow"><section class="sheet">
<h1>${w.challengeTitle}</h1>
<p>${w.challengeText(payment.inner.challenge!.last4)}</p>
<dl><dt>${w.youPay}</dt><dd><strong>${moneyText(payment.amount, lang)}</strong></dd><dt>${w.reference}</dt><dd>${payment.reference}</dd></dl>
<form method="post" action="/pay/p/${payment.id}/challenge">
<div class="field"><label for="code">${w.challengeCode}</label>
<input id="code" name="code" class="mono" inputmode="numeric" maxlength="10" autocomplete="one-time-code" required autofocus aria-describedby="code-help">
<p class="help" id="code-help">${w.challengeHelp}</p></div>
<button class="main full">${w.confirm}</button>
</form>
</section></div>`;
}

export interface Picture {
  svg: Html;
}

/** What a buyer prints and carries to a bank. The due date has a Brazilian's reading also on an English page. */
export function slipPage(payment: Payment, { svg }: Picture, lang: BuyersLang): Html {
  const [w, s] = [words[lang], shared[lang]];
  const { line, due_date } = payment.boleto!;
  const over = payment.status === 'expired';
  const [year, month, day] = due_date.split('-');
  return markup`<section class="sheet">
<h1>${w.slipTitle}</h1>
${over ? markup`<div class="note warn"><p>${w.slipExpired}</p></div>` : markup`<p class="noprint">${w.slipText}</p>`}
<p class="amount">${moneyText(payment.amount, lang)}</p>
<dl>
<dt>${w.dueDate}</dt><dd><strong><time datetime="${due_date}">${day}/${month}/${year}</time></strong></dd>
<dt>${w.payee}</dt><dd>${payee.name}, CNPJ ${payee.cnpj}</dd>
<dt>${w.payer}</dt><dd>${payment.customer.name}</dd>
<dt>${w.taxId}</dt><dd>${payment.customer.tax_id ?? w.notGiven}</dd>
<dt>${w.document}</dt><dd>${payment.reference} · ${payment.description}</dd>
</dl>
<h2>${w.line}</h2>
<div class="copyline"><p id="line" class="digits">${line.split(' ').map((part) => markup`<span>${part}</span> `)}</p>${copyButton('line', lang)}</div>
<h2>${w.barcode}</h2>
<div class="code bars" role="img" aria-label="${w.barcode}">${svg}</div>
<div class="acts noprint">
<a class="button main" href="/bank/counter?line=${line.replace(/\D/g, '')}">${w.toCounter}</a>
<button type="button" data-print hidden>${s.print}</button>
<a class="button" href="${wayBack(payment)}">${w.backToShop}</a>
</div>
</section>`;
}

export function pixPage(payment: Payment, { svg }: Picture, lang: BuyersLang): Html {
  const w = words[lang];
  return markup`<div class="split">
<div>${summary(payment, lang)}<a href="${wayBack(payment)}">${w.backToShop}</a></div>
<section class="sheet" data-until-changed="/pay/p/${payment.id}/status" data-now="${payment.status}">
<h1>${w.pixTitle}</h1>
<p>${w.pixText}</p>
<div class="code qr" role="img" aria-label="${w.pixPicture}">${svg}</div>
<div class="field"><label for="emv">${w.pixCode}</label>
<div class="copyline"><textarea id="emv" class="mono small" rows="6" readonly>${payment.pix!.emv}</textarea>${copyButton('emv', lang)}</div></div>
<p class="muted small">${w.pixWaits}</p>
<div class="acts">
<a class="button main" href="/bank/pix?payment=${payment.id}">${w.toPixApp}</a>
<a class="button" href="/pay/p/${payment.id}">${w.checkNow}</a>
</div>
</section>
</div>`;
}

/** Nothing left to do here but to go back. */
export function overPage(payment: Payment, lang: BuyersLang): Html {
  const w = words[lang];
  const state = stateOf(payment);
  return markup`<div class="narrow"><section class="sheet">
<h1>${w.state[state].title}</h1>
<div class="note ${state === 'paid' ? 'good' : 'warn'}"><p>${w.state[state].text}</p></div>
<dl><dt>${w.amount}</dt><dd><strong>${moneyText(payment.amount, lang)}</strong></dd>
<dt>${w.reference}</dt><dd>${payment.reference}</dd><dt>${w.document}</dt><dd>${payment.description}</dd></dl>
<div class="acts"><a class="button main" href="${wayBack(payment)}">${w.backToShop}</a></div>
</section></div>`;
}

export function stateOf(payment: Payment): 'paid' | 'failed' | 'expired' | 'cancelled' | 'unknown' {
  if (isPaid(payment)) return 'paid';
  const { status } = payment;
  return status === 'failed' || status === 'expired' || status === 'cancelled' ? status : 'unknown';
}

function copyButton(from: string, lang: BuyersLang): Html {
  const s = shared[lang];
  return markup`<button type="button" data-copy="${from}" data-copied="${s.copied}" hidden>${s.copy}</button>`;
}
