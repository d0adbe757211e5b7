/** Several at once: while the database works for one, we work for another. */
const lanes = 6;

/** Does `work` for each, some side by side; the first failure ends all. */
export async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < all.length && !failed) {
      const one = all[next++]!;
      await work(one).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
