/** Made by tools/words-of-routes.ts while building: the keys of the words of each route. */
declare module 'virtual:words-of-routes' {
  const words: Readonly<Record<string, readonly string[]>>;
  export default words;
}
