/** Made by tools/words-of-routes.ts while building: the keys of the words of each route. */
declare module 'virtual:words-of-routes' {
  const words: Readonly<Record<string, readonly string[]>>;
  export default words;
}

/** Built by itself, as a script that knows of no framework; what is imported is its address. */
declare module '*?worker&url' {
  const address: string;
  export default address;
}
