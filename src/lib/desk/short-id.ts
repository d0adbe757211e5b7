/** The last signs of a long id as a part of a title: from left to right, also among words that go the other way. */
export const shortId = (id: string): string => `\u2066…${id.slice(-8)}\u2069`;
