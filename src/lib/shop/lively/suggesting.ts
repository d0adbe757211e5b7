/**
 * A search field marked `data-suggests` shows below itself what may be meant by what is typed, as a list that arrow keys
 * walk through (the combobox of ARIA 1.2). Without this, or without an answer, it is the field that it was.
 */
export interface Suggestion {
  readonly label: string;
  readonly href: string;
  /** What it is, where it is not a question. */
  readonly note?: string;
  readonly picture?: string | undefined;
}

const pauseMs = 120;
const least = 2;

let field: HTMLInputElement | undefined;
let list: HTMLElement | undefined;
let wait: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

export function openSuggesting(): void {
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset['suggests']) return;
    field = target;
    clearTimeout(wait);
    wait = setTimeout(() => void ask(target), pauseMs);
  });
  document.addEventListener('keydown', walk);
  document.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('[data-suggested]')) close();
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target !== field) close();
  });
}

async function ask(input: HTMLInputElement): Promise<void> {
  asking?.abort();
  if (input.value.trim().length < least) return close();
  asking = new AbortController();
  try {
    const query = new URLSearchParams({ q: input.value });
    const answer = await fetch(`${input.dataset['suggests']}?${query}`, { signal: asking.signal });
    if (answer.ok && document.activeElement === input) show(input, (await answer.json()) as Suggestion[]);
  } catch {
    // Another letter came, or there is no connection: the field searches as it is.
  }
}

function show(input: HTMLInputElement, all: readonly Suggestion[]): void {
  close();
  if (all.length === 0) return;
  list = document.createElement('div');
  list.id = `${input.id}-suggested`;
  list.dataset['suggested'] = '';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  list.append(...all.map((one, n) => item(one, `${list!.id}-${n}`)));
  input.form!.append(list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'true');
  input.autocomplete = 'off';
}

function item({ label, href, note, picture }: Suggestion, id: string): HTMLElement {
  const link = document.createElement('a');
  Object.assign(link, { id, href, tabIndex: -1 });
  link.setAttribute('role', 'option');
  if (picture) {
    const img = document.createElement('img');
    Object.assign(img, { src: picture, alt: '', width: 40, height: 40 });
    link.append(img);
  }
  const words = document.createElement('span');
  words.textContent = label;
  words.dir = 'auto';
  link.append(words);
  if (note) {
    const what = document.createElement('small');
    what.textContent = note;
    link.append(what);
  }
  return link;
}

const at = (): number => [...(list?.children ?? [])].findIndex((one) => one.ariaSelected === 'true');

function walk(event: KeyboardEvent): void {
  if (event.target !== field || !field || !list) return;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    event.preventDefault();
    const many = list.children.length + 1;
    choose((at() + 1 + step + many) % many);
  } else if (event.key === 'Escape') {
    event.preventDefault();
    close();
  } else if (event.key === 'Enter' && at() >= 0) {
    event.preventDefault();
    (list.children[at()] as HTMLElement).click();
  }
}

/** 0: none, the field itself. */
function choose(place: number): void {
  [...list!.children].forEach((one, n) => (one.ariaSelected = String(n === place - 1)));
  const one = list!.children[place - 1];
  if (one) {
    field!.setAttribute('aria-activedescendant', one.id);
    one.scrollIntoView({ block: 'nearest' });
  } else field!.removeAttribute('aria-activedescendant');
}

function close(): void {
  list?.remove();
  list = undefined;
  field?.setAttribute('aria-expanded', 'false');
  field?.removeAttribute('aria-activedescendant');
}
