/** Which days the numbers are of: the last so many, today included. */
export const spans = [7, 30, 90, 365] as const;
export type Span = (typeof spans)[number];

export const spanOf = (said: string | null): Span => spans.find((one) => String(one) === said) ?? 30;

/** The first and the last day, as `2026-11-22` in UTC. */
export function daysOf(span: Span, now: Date): { from: string; to: string } {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(now.getTime() - (span - 1) * 86_400_000), to: day(now.getTime()) };
}
