/** Something that is to happen by itself: a slip expires, a bank books, a parcel moves on. */
interface Due {
  at: number;
  what: string;
  id: string;
}

export interface Agenda {
  /** What to do when such a thing falls due. The doer is told the time it was due, not the time somebody looked. */
  on(what: string, then: (id: string, at: Date) => void): void;
  add(what: string, id: string, at: Date | number): void;
  /** Does all that is due by then, earliest first, also what that brings due; returns how many. */
  run(until: Date): number;
  /** When the next thing on it falls due, though it may no longer matter by then. */
  next(): number | undefined;
}

/** Nothing is taken off when it ceases to matter: the doer looks whether it still does. */
export function openAgenda(): Agenda {
  const heap = openHeap<Due>((a, b) => a.at < b.at);
  const doers = new Map<string, (id: string, at: Date) => void>();

  return {
    on: (what, then) => void doers.set(what, then),
    add: (what, id, at) => heap.push({ at: Number(at), what, id }),
    run(until) {
      let done = 0;
      for (let due = heap.peek(); due && due.at <= until.getTime(); due = heap.peek()) {
        heap.pop();
        const doer = doers.get(due.what);
        if (!doer) throw new Error(`nobody does ${due.what}`);
        doer(due.id, new Date(due.at));
        done++;
      }
      return done;
    },
    next: () => heap.peek()?.at,
  };
}

export interface Heap<T> {
  push(item: T): void;
  peek(): T | undefined;
  pop(): T | undefined;
}

/** Items of equal rank come out in the order in which they went in. */
export function openHeap<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const items: { item: T; turn: number }[] = [];
  let turn = 0;
  const sooner = (a: number, b: number) => {
    const [x, y] = [items[a]!, items[b]!];
    if (before(x.item, y.item)) return true;
    return !before(y.item, x.item) && x.turn < y.turn;
  };
  const swap = (a: number, b: number) => ([items[a], items[b]] = [items[b]!, items[a]!]);

  return {
    peek: () => items[0]?.item,
    push(item) {
      let at = items.push({ item, turn: turn++ }) - 1;
      for (let up = (at - 1) >> 1; at > 0 && sooner(at, up); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (!first || !last || first === last) return first?.item;
      items[0] = last;
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const least = right < items.length && sooner(right, left) ? right : left;
        if (least >= items.length || !sooner(least, at)) return first.item;
        swap(at, least);
        at = least;
      }
    },
  };
}
