/** A pattern for `ilike` that finds texts holding these words as they were typed; nothing typed finds all. */
export function containing(text: string): string {
  return `%${text
    .trim()
    .slice(0, 100)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
