/** What a form lets its fields and buttons know. */
import { getContext, setContext } from 'svelte';
import type { Outcome } from '#lib/server/forms.ts';

export interface FormAround {
  readonly busy: boolean;
  readonly submitter: HTMLElement | null;
  readonly outcome: Outcome | undefined;
}

const around = Symbol('form');

export const surround = (form: FormAround): FormAround => setContext(around, form);
export const formAround = (): FormAround | undefined => getContext(around);
