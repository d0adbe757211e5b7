import type { FastifyInstance } from 'fastify';
import { asIs, attributes, langOf, markup, sendPage, timeText, type Company, type Html } from '../ground/page.ts';
import type { Lang } from '../ground/words.ts';
import { isOnTheWay, isPast, stepsTo } from './journey.ts';
import { steps, type Parcel, type Step, type TrackingEvent } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { placeIn } from './places.ts';
import { words } from './words.ts';

const meridianLine: Company = {
  name: 'Meridian Line',
  colour: '#0b5d4f',
  sign: asIs(
    '<g fill="none" stroke="currentColor" stroke-width="2"><circle cx="12" cy="12" r="9"/><path d="M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18M3 12h18"/></g>',
  ),
  home: '/carrier',
};

export function carrierPages(app: FastifyInstance, { parcels }: { parcels: Parcels }): void {
  app.get<{ Querystring: { number?: string } }>('/carrier', (request, reply) => {
    const lang = langOf(request, reply);
    const number = request.query.number?.trim().toUpperCase();
    const found = number ? parcels.known(number) : undefined;
    if (found) return reply.redirect(`/carrier/p/${found.number}`, 303);
    const body = listPage(parcels.newest(50), number, lang);
    return sendPage(reply, { company: meridianLine, lang, title: words[lang].parcels, body }, number ? 404 : 200);
  });
  app.get<{ Params: { number: string } }>('/carrier/p/:number', (request, reply) => {
    const lang = langOf(request, reply);
    const parcel = parcels.find(request.params.number);
    return sendPage(reply, { company: meridianLine, lang, title: parcel.number, body: parcelPage(parcel, lang) });
  });
  app.post<{ Params: { number: string }; Body: { to?: string } }>('/carrier/p/:number/move', (request, reply) => {
    const parcel = parcels.find(request.params.number);
    const to = steps.find((step) => step === request.body.to);
    // Pressed twice, or on a page that is old by now: nothing more to do, the page shows why.
    if (to && mayMove(parcel, to)) parcels.move(parcel.number, to);
    return reply.redirect(`/carrier/p/${parcel.number}`, 303);
  });
}

function listPage(newest: Parcel[], notFound: string | undefined, lang: Lang): Html {
  const w = words[lang];
  const row = (parcel: Parcel) => markup`<tr>
<th scope="row"><a class="mono" href="/carrier/p/${parcel.number}">${parcel.number}</a></th>
<td>${parcel.from.country} → ${parcel.to.country === 'ZZ' ? '?' : parcel.to.country}</td>
<td>${badge(parcel, lang)}</td>
<td class="muted">${parcel.reference}</td></tr>`;
  return markup`<h1>${w.parcels}</h1>
<p>${w.text}</p>
${notFound && markup`<div class="note bad" role="alert"><p>${w.notFound(notFound)}</p></div>`}
<form method="get" action="/carrier" class="narrow"><div class="field"><label for="number">${w.findLabel}</label>
<div class="copyline"><input id="number" name="number" class="mono" value="${notFound}" autocomplete="off" required><button>${w.find}</button></div></div></form>
${
  newest.length === 0
    ? markup`<section class="sheet"><p>${w.none}</p></section>`
    : markup`<section class="sheet"><table class="rows">
<thead><tr><th scope="col">${w.number}</th><th scope="col">${w.from} → ${w.to}</th><th scope="col">${w.state}</th><th scope="col">${w.reference}</th></tr></thead>
<tbody>${newest.map(row)}</tbody></table></section>`
}`;
}

function parcelPage(parcel: Parcel, lang: Lang): Html {
  const w = words[lang];
  const grams = parcel.parcels.reduce((sum, { weight_g }) => sum + weight_g, 0);
  const address = ({ country, city, postal_code }: Parcel['to']) =>
    [city, postal_code, country === 'ZZ' ? '?' : country].filter(Boolean).join(', ');
  const rows: [string, string | null | false][] = [
    [w.from, address(parcel.from)],
    [w.to, address(parcel.to)],
    [w.reference, parcel.reference],
    [w.service, parcel.service],
    [w.carrier, parcel.kind === 'tracker' && parcel.carrier],
    [w.weight, grams > 0 && `${(grams / 1000).toLocaleString(lang)} kg`],
    [w.routing, parcel.routing_code],
  ];
  return markup`<p><a href="/carrier">${w.all}</a></p>
<h1 class="mono">${parcel.number}</h1>
<p>${badge(parcel, lang)}</p>
<div class="split">
<section><dl>${rows.map(([name, value]) => value && markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${w.history}</h2>
${parcel.events.length === 0 ? markup`<p class="muted">${w.noScan}</p>` : markup`<p class="muted small">${w.localTimes}</p><ol class="timeline">${parcel.events.map((event) => scanned(event, lang)).reverse()}</ol>`}</section>
<section class="sheet">${movesOf(parcel, lang)}</section>
</div>`;
}

function scanned(event: TrackingEvent, lang: Lang): Html {
  return markup`<li><strong>${words[lang].status[event.step]}</strong> <span class="muted small">${event.code}</span><br>
<span class="muted small">${event.place}, <time datetime="${event.time}">${timeText(event.time, lang, placeIn(event.country).zone)}</time></span></li>`;
}

/** The next step of the usual way stands out; the others are what can go wrong, and the short cut to the door. */
function movesOf(parcel: Parcel, lang: Lang): Html {
  const w = words[lang];
  const offered = steps.filter((step) => mayMove(parcel, step));
  if (offered.length === 0) return markup`<h2>${w.moveTitle}</h2><p>${w.atItsEnd}</p>`;
  const main = offered.find(
    (step) => stepsTo(parcel, step).length === 1 && !['held', 'attempt_failed', 'returned', 'lost'].includes(step),
  );
  return markup`<h2>${w.moveTitle}</h2>
<p>${w.moveText} ${parcel.next && w.nextScan(timeText(parcel.next, lang, placeIn(parcel.from.country).zone))}</p>
<form method="post" action="/carrier/p/${parcel.number}/move"><div class="acts stacked">
${offered.map((step) => markup`<button name="to" value="${step}"${attributes({ class: step === main && 'main' })}>${w.move[step]}</button>`)}
</div></form>`;
}

function mayMove(parcel: Parcel, to: Step): boolean {
  if (['delivered', 'returned', 'cancelled', to].includes(parcel.status) || isPast(parcel, to)) return false;
  if (to === 'held') return parcel.status === 'customs';
  if (to === 'attempt_failed') return parcel.status === 'out_for_delivery';
  return isOnTheWay(parcel, to);
}

function badge({ status }: Parcel, lang: Lang): Html {
  const colour =
    status === 'delivered' ? 'good' : ['held', 'attempt_failed', 'cancelled'].includes(status) ? 'warn' : '';
  return markup`<span class="badge ${['lost', 'returned'].includes(status) ? 'bad' : colour}">${words[lang].status[status]}</span>`;
}
