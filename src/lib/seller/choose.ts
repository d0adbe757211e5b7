/**
 * Boxes of a list, ticked by hand and by keys: with Shift the whole way from the last one, with the arrows up and down to the
 * next, with Shift and an arrow ticking on the way. Without a script each box still ticks by itself.
 */
export function choosing(list: HTMLElement, name = 'order'): () => void {
  let last: HTMLInputElement | undefined;
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)];
  const isBox = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && target.type === 'checkbox' && target.name === name;

  function tick(box: HTMLInputElement, on: boolean): void {
    if (box.checked === on) return;
    box.checked = on;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function click(event: MouseEvent): void {
    if (!isBox(event.target)) return;
    const all = boxes();
    const [from, to] = [last ? all.indexOf(last) : -1, all.indexOf(event.target)];
    if (event.shiftKey && from >= 0)
      for (const box of all.slice(Math.min(from, to), Math.max(from, to) + 1)) tick(box, event.target.checked);
    last = event.target;
  }

  function key(event: KeyboardEvent): void {
    if (!isBox(event.target) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const all = boxes();
    const next = all[all.indexOf(event.target) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) for (const box of [event.target, next]) tick(box, true);
    next.focus();
    last = next;
  }

  list.addEventListener('click', click);
  list.addEventListener('keydown', key);
  return () => {
    list.removeEventListener('click', click);
    list.removeEventListener('keydown', key);
  };
}
