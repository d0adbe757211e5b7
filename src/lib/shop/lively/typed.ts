/**
 * A form marked `data-keeps` is asked anew while it is being filled in: what follows from a choice (prices, methods, the
 * questions of an address) comes with the fresh page, and what was typed stays.
 */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const kept = (): HTMLFormElement | null => document.querySelector('form[data-keeps]');
const ticks = (control: Control): control is HTMLInputElement =>
  control.type === 'radio' || control.type === 'checkbox';
const controls = (form: HTMLFormElement | null): Control[] =>
  ([...(form?.elements ?? [])] as Control[]).filter(
    ({ localName, name, type }) => /^(input|select|textarea)$/.test(localName) && name !== '' && type !== 'hidden',
  );

/** Remembers it, and answers how it is written into the fresh page. */
export function keepTyped(): () => void {
  const typed = controls(kept()).map((control) => ({
    name: control.name,
    value: control.value,
    ticked: ticks(control) && control.checked,
  }));
  return () => {
    for (const control of controls(kept())) {
      const before = typed.filter((one) => one.name === control.name);
      if (!ticks(control)) control.value = before[0]?.value ?? control.value;
      // A choice that is no longer offered leaves the one that the page has made instead.
      else if (before.some((one) => one.ticked && one.value === control.value)) control.checked = true;
      else if (control.type === 'checkbox' && before.length > 0) control.checked = false;
    }
  };
}

/** The address of the same page with what is chosen in the form now. */
export function withChoices(form: HTMLFormElement): string {
  const query = new URLSearchParams(location.search);
  for (const control of controls(form))
    if (control.type === 'radio' && ticks(control) && control.checked) query.set(control.name, control.value);
  return `${location.pathname}?${query}`;
}
