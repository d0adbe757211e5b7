/** Ctrl-C and its like. The first asks to end in order; another Ctrl-C, to end at once. */
export interface EndWish {
  asked: Promise<void>;
  isAsked(): boolean;
  hurried: Promise<void>;
}

export function listenForEnd(): EndWish {
  const asked = Promise.withResolvers<void>();
  const hurried = Promise.withResolvers<void>();
  let since: number | undefined;
  const ask = (): void => {
    since ??= performance.now();
    asked.resolve();
  };
  process.on('SIGTERM', ask);
  process.on('SIGHUP', ask);
  process.on('SIGINT', () => {
    // npm, the launcher and the terminal each pass on the same Ctrl-C.
    if (since !== undefined && performance.now() - since > 500) hurried.resolve();
    ask();
  });
  return { asked: asked.promise, isAsked: () => since !== undefined, hurried: hurried.promise };
}
