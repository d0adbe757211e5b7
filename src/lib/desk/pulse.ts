import type { Pace } from '#platform/pulse-questions';

/** From how many milliseconds on an answer is felt as waiting. */
const slowMs = 1000;
/** Nobody waits for a job, but half of what it is lent for is long. */
const slowWorkMs = 10_000;

export const isSlow = ({ work, p99 }: Pick<Pace, 'work' | 'p99'>): boolean => p99 > (work ? slowWorkMs : slowMs);
