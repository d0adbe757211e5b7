/** From how many milliseconds on an answer is felt as waiting. */
export const slowMs = 1000;
