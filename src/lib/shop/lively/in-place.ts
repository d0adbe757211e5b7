/**
 * Links and forms marked `data-in-place` keep the page: their answer, a whole page of ours, is put in place of what is
 * shown, without a jump and with the focus where it was. Whatever goes wrong is left to the browser, which shows it.
 */
import { refresh } from './fresh.ts';
import { busy, posts, release, renewKey } from './sending.ts';
import { keepTyped, withChoices } from './typed.ts';

let shown = pageOf(location.href);
let asking: AbortController | undefined;
let answered: Promise<void> | undefined;

export function openInPlace(): void {
  document.addEventListener('click', follow);
  document.addEventListener('submit', waitForAnswer);
  document.addEventListener('submit', send);
  document.addEventListener('change', askAtOnce);
  addEventListener('popstate', () => {
    if (pageOf(location.href) !== shown) void look(location.href, false);
  });
}

/** Without what stands behind the `#`. */
function pageOf(href: string): string {
  return href.replace(/#.*/, '');
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  if (!link?.closest('[data-in-place]') || link.origin !== location.origin) return;
  event.preventDefault();
  void look(link.href, true);
}

function send(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (event.defaultPrevented || !form.hasAttribute('data-in-place')) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (!posts(form)) {
    const url = new URL(form.action);
    url.search = new URLSearchParams([...data].filter(([, value]) => value !== '') as [string, string][]).toString();
    form.closest<HTMLElement>(':popover-open')?.hidePopover();
    void look(url.href, true);
  } else if (busy(form, event.submitter)) void post(form, data, event.submitter);
}

/** What is sent is what is seen: a choice whose price is under way is waited for. */
function waitForAnswer(event: SubmitEvent): void {
  if (!answered || !(event.target as HTMLFormElement).hasAttribute('data-keeps')) return;
  event.preventDefault();
  void answered.then(() => document.querySelector<HTMLFormElement>('form[data-keeps]')?.requestSubmit());
}

/** Where a form of ticks stands beside what it sifts, each tick shows at once what it does; in a drawer its button does. */
function askAtOnce({ target }: Event): void {
  const { form, type } = target as HTMLInputElement;
  if (/^(checkbox|select-one)$/.test(type) && form?.matches('[data-at-once]:not(:popover-open)')) form.requestSubmit();
  if (type !== 'radio' || !form?.hasAttribute('data-keeps')) return;
  const asked = look(withChoices(form), false).finally(() => {
    if (answered === asked) answered = undefined;
  });
  answered = asked;
}

async function look(href: string, remember: boolean): Promise<void> {
  asking?.abort();
  const { signal } = (asking = new AbortController());
  try {
    const answer = await fetch(href, { headers: { accept: 'text/html' }, signal });
    const page = answer.redirected ? undefined : await pageFrom(answer);
    if (!page) return location.assign(answer.url);
    if (remember) history.pushState(null, '', href);
    shown = pageOf(location.href);
    show(page);
  } catch {
    if (!signal.aborted) location.assign(href);
  }
}

/** All of it, in place of what is shown. */
export function show(page: Document): void {
  document.title = page.title;
  put(page, ['.shop > header', 'main']);
}

/** Some change only themselves: the form (`data-in-place="form"`) or the button (`"press"`); else all of the page is put. */
function changed(form: HTMLFormElement, pressed: HTMLElement | null): string {
  const button = pressed as HTMLButtonElement | null;
  if (form.dataset['inPlace'] === 'form') return sameForm(form);
  if (form.dataset['inPlace'] === 'press' && button)
    return `button[form="${form.id}"][value="${CSS.escape(button.value)}"]`;
  return 'main';
}

async function post(form: HTMLFormElement, body: FormData, pressed: HTMLElement | null): Promise<void> {
  try {
    const page = await pageFrom(await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }));
    const part = changed(form, pressed);
    if (!page) location.reload();
    else put(page, ['.shop > header', page.querySelector(part) ? part : 'main']);
    release();
    renewKey(form);
  } catch {
    release();
    // Its key makes sending it once more one command: the browser sends it, and shows what is wrong.
    form.removeAttribute('data-in-place');
    form.requestSubmit(pressed);
  }
}

export async function pageFrom(answer: Response): Promise<Document | undefined> {
  if (!answer.headers.get('content-type')?.startsWith('text/html') || answer.status >= 500) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

function put(page: Document, parts: readonly string[]): void {
  const focused = wayTo(document.activeElement);
  const writeTyped = keepTyped();
  for (const part of parts) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  }
  writeTyped();
  refresh();
  const wrong = document.querySelector<HTMLElement>('main :is([aria-invalid="true"], .refusal)');
  const again = wrong ?? focused?.();
  (again ?? document.querySelector('main'))?.focus({ preventScroll: !wrong });
  tell();
}

/** Our forms carry their name. */
function sameForm(form: HTMLFormElement): string {
  const name = form.querySelector<HTMLInputElement>('[name="_form"]')?.value ?? '';
  return `form:has(> [name="_form"][value="${CSS.escape(name)}"])`;
}

/** Finds what has the focus again in the fresh page: of those that look alike, the one in its place. */
function wayTo(element: Element | null): (() => HTMLElement | undefined) | undefined {
  const kind = element && kindOf(element);
  if (!kind) return undefined;
  const place = Math.max(0, [...document.querySelectorAll(kind)].indexOf(element));
  return () => {
    const alike = document.querySelectorAll<HTMLElement>(kind);
    return alike[place] ?? alike[0];
  };
}

function kindOf(element: Element): string | undefined {
  if (element instanceof HTMLButtonElement && element.form) {
    const own = element.closest('form') ? `${sameForm(element.form)} button` : `button[form="${element.form.id}"]`;
    return element.value ? `${own}[value="${CSS.escape(element.value)}"]` : own;
  }
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
    return `main [type="${element.type}"][name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
  const name = element.closest('main') && element.getAttribute('name');
  if (name) return `main [name="${CSS.escape(name)}"]:not([type="hidden"])`;
  if (element.localName === 'summary') return 'main summary';
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element instanceof HTMLAnchorElement) return `main a[href="${CSS.escape(element.getAttribute('href')!)}"]`;
  return undefined;
}

/** Readers speak of what changes in a place that they know; a notice that comes with the page is new to them. */
const told = Object.assign(document.createElement('p'), { className: 'unseen', role: 'status' });

function tell(): void {
  if (!told.isConnected) document.querySelector('.shop')?.append(told);
  const said = [...document.querySelectorAll('main :is([role="status"], [role="alert"])')].filter((one) =>
    one.checkVisibility(),
  );
  told.textContent = said.map(({ textContent }) => textContent.trim()).join(' ');
}
