/** An index made from the database and kept on disk. */
import type { Line } from '#platform/database';
import { MemoryIndex } from '../memory/memory-index.ts';
import { Building } from '../memory/segment.ts';
import { allGoods, seenUpTo } from './news.ts';
import { readSegment, saveSegment } from './segment-file.ts';

export class IndexOnDisk {
  readonly index: MemoryIndex;
  readonly size: number;
  /** What was written from here on is news to it. */
  readonly seen: string;

  private constructor({ segment, seen }: { segment: ReturnType<Building['done']>; seen: string }) {
    this.index = new MemoryIndex(segment);
    this.size = segment.size;
    this.seen = seen;
  }

  /** Reads everything that is on sale and writes it to the disk. */
  static async make(line: Line, path: string): Promise<IndexOnDisk> {
    const seen = await seenUpTo(line);
    const building = new Building();
    for await (const entry of allGoods(line)) building.add(entry);
    const saved = { segment: building.done(), seen };
    saveSegment(path, saved);
    return new IndexOnDisk(saved);
  }

  /** What is on disk, if it is of this database's life: one that was set back to an earlier day has lower numbers. */
  static async read(line: Line, path: string): Promise<IndexOnDisk | undefined> {
    const saved = readSegment(path);
    return saved && BigInt(await seenUpTo(line)) >= BigInt(saved.seen) ? new IndexOnDisk(saved) : undefined;
  }
}
