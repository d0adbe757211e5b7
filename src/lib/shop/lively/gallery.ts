/** A product's pictures: a tap on a small one makes it large, a tap on the large one opens it, arrows go on. */

interface Parts {
  main: HTMLAnchorElement;
  small: HTMLAnchorElement[];
  dialog: HTMLDialogElement;
}

const partsAt = (): Parts | undefined => {
  const main = document.querySelector<HTMLAnchorElement>('[data-gallery="main"]');
  const dialog = document.querySelector<HTMLDialogElement>('[data-gallery="near"]');
  return main && dialog
    ? { main, dialog, small: [...document.querySelectorAll<HTMLAnchorElement>('[data-gallery="small"]')] }
    : undefined;
};

export function openGallery(): void {
  document.addEventListener('click', onClick);
  document.addEventListener('keydown', onKey);
}

function onClick(event: MouseEvent): void {
  // A link opened in a new tab stays a link.
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const pressed = (event.target as Element).closest<HTMLElement>('[data-gallery]');
  const parts = pressed && partsAt();
  if (!pressed || !parts) return;
  const what = pressed.dataset['gallery'];
  if (what === 'small') show(parts, parts.small.indexOf(pressed as HTMLAnchorElement));
  else if (what === 'main') enlarge(parts);
  else if (what === 'before' || what === 'next') go(parts, what === 'next' ? 1 : -1);
  else if (what === 'look') comeNear(pressed, pressed.ariaPressed !== 'true');
  else return;
  event.preventDefault();
}

function onKey(event: KeyboardEvent): void {
  const parts = partsAt();
  if (!parts?.dialog.open) return;
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(parts, event.key === forward ? 1 : -1);
  else if (event.key === '+' || event.key === '-') comeNear(lookIn(parts.dialog), event.key === '+');
}

const lookIn = (dialog: HTMLDialogElement) => dialog.querySelector<HTMLElement>('[data-gallery="look"]')!;

function comeNear(look: HTMLElement, near: boolean): void {
  look.ariaPressed = String(near);
}

function enlarge({ main, dialog }: Parts): void {
  comeNear(lookIn(dialog), false);
  lookIn(dialog).querySelector('img')!.src = main.href;
  dialog.showModal();
}

/** Round and round. */
function go(parts: Parts, by: number): void {
  const { length } = parts.small;
  if (length === 0) return;
  const at = parts.small.findIndex((one) => one.ariaCurrent === 'true');
  show(parts, (at + by + length) % length);
}

function show({ main, small, dialog }: Parts, at: number): void {
  const chosen = small[at]!;
  for (const one of small) one.ariaCurrent = one === chosen ? 'true' : null;
  const [from, into] = [chosen.querySelector('img')!, main.querySelector('img')!];
  main.href = chosen.href;
  into.srcset = from.srcset;
  into.src = from.src;
  dialog.querySelector('[role="status"]')!.textContent = chosen.ariaLabel;
  comeNear(lookIn(dialog), false);
  lookIn(dialog).querySelector('img')!.src = chosen.href;
}
