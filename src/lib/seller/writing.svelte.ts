/** What is typed into a listing and not saved yet. It is looked at a moment after the last key, by preview and score alike. */
import { draftFrom } from './listing-draft.ts';
import type { Draft } from './listing-draft.ts';

const restMs = 150;

export class Writing {
  /** As it stands in the form; nothing where that is what is saved. */
  typed = $state.raw<Draft>();
  unsaved = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #about: () => Parameters<typeof draftFrom>[1];

  constructor(about: () => Parameters<typeof draftFrom>[1]) {
    this.#about = about;
  }

  look(form: HTMLFormElement): void {
    this.unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.typed = draftFrom(new FormData(form), this.#about())), restMs);
  }

  settled(): void {
    clearTimeout(this.#timer);
    this.typed = undefined;
    this.unsaved = false;
  }
}
