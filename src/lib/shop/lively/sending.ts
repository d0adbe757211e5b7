/** While a form is under way its button turns and a second press does nothing; who comes back finds it ready again. */

let sent: { form: HTMLFormElement; button: HTMLElement | null } | undefined;

export function openSending(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !posts(form)) return;
    if (!busy(form, event.submitter)) event.preventDefault();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    release();
    for (const form of document.forms) renewKey(form);
  });
}

/** The form is as it was when it was sent: what is sent from it from now on is another command. */
export function renewKey(form: HTMLFormElement): void {
  const key = form.querySelector<HTMLInputElement>('[name="_key"]');
  if (key) key.value += `.${Date.now()}`;
}

/** By its attribute: a control named `method` stands in the way of the property. */
export const posts = (form: HTMLFormElement): boolean => form.getAttribute('method')?.toUpperCase() === 'POST';

/** False when it is being sent already. */
export function busy(form: HTMLFormElement, button: HTMLElement | null): boolean {
  if (sent?.form === form && form.isConnected) return false;
  release();
  sent = { form, button };
  button?.classList.add('working');
  button?.setAttribute('aria-disabled', 'true');
  return true;
}

export function release(): void {
  sent?.button?.classList.remove('working');
  sent?.button?.removeAttribute('aria-disabled');
  sent = undefined;
}
