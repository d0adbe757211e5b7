import type { Result } from '#kernel/result';
import type { Say } from '#lib/words/words.ts';
import type { Locale } from '#lib/words/locales.ts';
import type { Actor } from '#platform/actor';
import type { House } from '#platform/house';
import type { KeyRefusal } from '#platform/perform';
import type { Deed, Question } from '#platform/work';

declare global {
  namespace App {
    interface Error {
      /** What to tell us when asking for help: the request's id, which is in our log too. */
      request?: string;
    }

    interface Locals {
      house: House;
      by: Actor;
      /** What a browser without an account is known by, also after it signed in: its cart waits there. */
      guest: string | undefined;
      /** The store at hand in the seller centre, of those that the person works for. */
      store: string | undefined;
      locale: Locale;
      country: string;
      currency: string;
      requestId: string;
      /** Words for actions and loads: a page's own words are in `#lib/words/words.ts`. */
      t: Say;
      /** The address of a page in this language. */
      to: (path: string) => string;
      ask: <Input, Answer>(question: Question<Input, Answer>, input: Input) => Promise<Answer>;
      /** Performs a deed as the asker; a visitor becomes a guest by it. */
      perform: <Input, Answer, Refusal extends { no: string }>(
        key: string,
        deed: Deed<Input, Result<Answer, Refusal>>,
        input: Input,
      ) => Promise<Result<Answer, Refusal | KeyRefusal>>;
      /** Why the page may not be entered: the group's layout says it, within its own walls. */
      barred: { status: 403 | 404; message: string } | undefined;
    }

    interface PageData {
      locale: Locale;
      country: string;
      currency: string;
      /** Whether the sandbox's letters can be read at /world/mail. */
      mailbox?: boolean;
      /** The messages that this page's components name. */
      words: Readonly<Record<string, string>>;
      /** What the keys of this page's forms begin with. */
      key: string;
    }
  }
}
