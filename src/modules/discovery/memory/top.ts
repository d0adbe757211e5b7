/** The best of many by their score; of equals the one with the smaller number. Best first. */
export function topOf(docs: Uint32Array, score: Float64Array, most: number): number[] {
  const before = (a: number, b: number) => score[b]! - score[a]! || a - b;
  if (docs.length <= most) return Array.from(docs).sort(before);
  // A heap with the worst of the best on top.
  const heap: number[] = [];
  for (const doc of docs) {
    if (heap.length < most) rise(heap, doc, before);
    else if (before(doc, heap[0]!) < 0) sink(heap, doc, before);
  }
  return heap.sort(before);
}

type Before = (a: number, b: number) => number;

function rise(heap: number[], doc: number, before: Before): void {
  let at = heap.push(doc) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (before(heap[at]!, heap[above]!) <= 0) return;
    swap(heap, at, above);
    at = above;
  }
}

function sink(heap: number[], doc: number, before: Before): void {
  heap[0] = doc;
  for (let at = 0; ;) {
    let worst = at;
    for (const below of [2 * at + 1, 2 * at + 2])
      if (below < heap.length && before(heap[below]!, heap[worst]!) > 0) worst = below;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a]!;
  heap[a] = heap[b]!;
  heap[b] = held;
}
