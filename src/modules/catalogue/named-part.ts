/** How a renaming says what was named: nothing for the category itself, `colour`, `colour.red`. */
export const namedPart = (attribute = '', choice = ''): string => (choice ? `${attribute}.${choice}` : attribute);
