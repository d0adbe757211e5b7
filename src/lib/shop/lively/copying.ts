/** A press on `data-copied` copies the code that stands beside it, and says the word that it carries. */

export function openCopying(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-copied]');
    if (button) void copy(button);
  });
}

/** The button stands where the browser can copy. */
export function offerCopying(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLElement>('[data-copied]')) button.hidden = false;
}

async function copy(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.parentElement!.querySelector('code')!.textContent);
  button.querySelector('[aria-live]')!.textContent = button.dataset['copied']!;
}
