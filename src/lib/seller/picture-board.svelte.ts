/**
 * Pictures on their way and in their order, while the page stays as it is. Each picture is sent by itself, with its own
 * key: what the line broke off is sent again without being there twice. Without a script plain forms do the same.
 */
import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { Outcome } from '#lib/server/forms.ts';
import { smaller } from './smaller-picture.ts';

export interface Sending {
  readonly key: string;
  readonly name: string;
  readonly file: File;
  /** To look at meanwhile. */
  readonly url: string;
  /** From 0 to 1; `failed` says why it stopped. */
  share: number;
  failed: string | undefined;
}

interface About {
  /** The page's key, and what is said when the line broke. */
  key: () => string;
  broken: () => string;
  /** The order was refused: it is shown as it was. */
  refused: (says: string) => void;
}

/** Several moves by key in a row are saved once. */
const restMs = 700;

export class PictureBoard {
  sending = $state<Sending[]>([]);
  /** As it was moved; nothing while the page shows what is saved. */
  order = $state<string[]>();
  saving = $state(false);
  #about: About;
  #count = 0;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(about: About) {
    this.#about = about;
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const key = `${this.#about.key()}.picture.${this.#count++}`;
      const url = URL.createObjectURL(file);
      this.sending.push({ key, name: file.name, file, url, share: 0, failed: undefined });
    }
    void this.#goOn();
  }

  again(key: string): void {
    const one = this.sending.find((sent) => sent.key === key);
    if (!one) return;
    one.failed = undefined;
    one.share = 0;
    void this.#goOn();
  }

  leave(key: string): void {
    const one = this.sending.find((sent) => sent.key === key);
    if (one) URL.revokeObjectURL(one.url);
    this.sending = this.sending.filter((sent) => sent.key !== key);
  }

  get waits(): boolean {
    return this.sending.length > 0 || this.order !== undefined;
  }

  /** One after the other, in the order in which they came: the first is the main picture. */
  async #goOn(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) {
      const failed = await this.#send(next);
      if (failed === undefined) {
        await invalidateAll();
        this.leave(next.key);
      } else next.failed = failed;
    }
    this.#busy = false;
  }

  #next(): Sending | undefined {
    return this.sending.find(({ failed }) => failed === undefined);
  }

  async #send(one: Sending): Promise<string | undefined> {
    const form = new FormData();
    form.set('_key', one.key);
    form.set('_form', '?/upload');
    form.set('picture', await smaller(one.file), one.name);
    return new Promise((resolve) => {
      // Fetch does not say how much of a body has left.
      const request = new XMLHttpRequest();
      request.open('POST', '?/upload');
      request.setRequestHeader('accept', 'application/json');
      request.setRequestHeader('x-sveltekit-action', 'true');
      request.upload.onprogress = ({ loaded, total }) => (one.share = total > 0 ? loaded / total : 0);
      request.onerror = () => resolve(this.#about.broken());
      request.onload = () => resolve(this.#whyNot(request.responseText));
      request.send(form);
    });
  }

  #whyNot(answer: string): string | undefined {
    try {
      const result = deserialize<Record<string, unknown>, Outcome & Record<string, unknown>>(answer);
      if (result.type === 'success') return undefined;
      if (result.type !== 'failure' || !result.data) return this.#about.broken();
      return result.data.refusal?.says ?? Object.values(result.data.errors)[0] ?? this.#about.broken();
    } catch {
      return this.#about.broken();
    }
  }

  move(shown: readonly string[], from: number, to: number): void {
    const order = [...shown];
    const [taken] = order.splice(from, 1);
    if (taken === undefined) return;
    order.splice(to, 0, taken);
    this.order = order;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(order), restMs);
  }

  async #keep(order: string[]): Promise<void> {
    const form = new URLSearchParams({
      _key: `${this.#about.key()}.order.${this.#count++}`,
      _form: '?/pictures',
      order: order.join(' '),
    });
    this.saving = true;
    const failed = await fetch('?/pictures', {
      method: 'POST',
      headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      body: form,
    })
      .then((answer) => answer.text())
      .then((text) => this.#whyNot(text))
      .catch(() => this.#about.broken());
    await invalidateAll();
    this.saving = false;
    // Moved again meanwhile: that is saved next.
    if (this.order?.join() === order.join()) this.order = undefined;
    if (failed !== undefined) this.#about.refused(failed);
  }
}
