/** Reads ICU MessageFormat into parts. `icu.ts` says which part of the format we write. */
export type Choosing = 'plural' | 'selectordinal' | 'select';
export type Part =
  | string
  | { arg: string; style?: 'number' | 'integer' | 'percent' }
  | { arg: string; choose: Choosing; offset: number; cases: Record<string, Part[]> }
  | { hash: true };

/** Where a message stops being one: before the sign at this place, counted from 0. */
export class NotWellFormed extends SyntaxError {
  readonly at: number;

  constructor(what: string, at: number, message: string) {
    super(`${what} at ${at} in “${message}”`);
    this.at = at;
  }
}

/** Throws NotWellFormed. */
export function read(message: string): Part[] {
  return new Reader(message).parts(false, false);
}

class Reader {
  readonly message: string;
  at = 0;

  constructor(message: string) {
    this.message = message;
  }

  /** Up to the end, or up to the `}` that ends a case. */
  parts(inPlural: boolean, nested: boolean): Part[] {
    const list: Part[] = [];
    let text = '';
    const add = (part: Part) => {
      if (text) list.push(text);
      text = '';
      list.push(part);
    };
    while (this.at < this.message.length) {
      const sign = this.sign();
      if (sign === '}' && nested) break;
      if (sign === '}') this.wrong('a “}” too many');
      if (sign === '{') add(this.argument());
      else if (sign === "'") text += this.apostrophe(inPlural);
      else {
        this.at++;
        if (sign === '#' && inPlural) add({ hash: true });
        else text += sign;
      }
    }
    if (text) list.push(text);
    return list;
  }

  /** It quotes only before a sign that means something; elsewhere it is an apostrophe. Two are always one. */
  apostrophe(inPlural: boolean): string {
    const next = this.message[++this.at];
    if (next === "'") return this.take(1);
    if (next !== '{' && next !== '}' && !(next === '#' && inPlural)) return "'";
    let text = '';
    while (this.at < this.message.length) {
      const sign = this.take(1);
      if (sign !== "'") text += sign;
      else if (this.sign() === "'") text += this.take(1);
      else return text;
    }
    return text;
  }

  argument(): Part {
    this.expect('{');
    const arg = this.word();
    if (this.sign() === '}') return this.end({ arg });
    this.expect(',');
    const kind = this.word();
    if (kind === 'plural' || kind === 'selectordinal' || kind === 'select') return this.choice(arg, kind);
    if (kind !== 'number') this.wrong(`“${kind}” is not known`);
    if (this.sign() === '}') return this.end({ arg, style: 'number' });
    this.expect(',');
    const style = this.word();
    if (style === 'integer' || style === 'percent') return this.end({ arg, style });
    return this.wrong(`“${style}” is not known`);
  }

  choice(arg: string, choose: Choosing): Part {
    const cases: Record<string, Part[]> = {};
    let offset = 0;
    this.expect(',');
    for (this.blank(); this.sign() !== '}'; this.blank()) {
      const name = this.word();
      if (name.startsWith('offset:')) {
        offset = Number(name.slice(7) || this.word());
        continue;
      }
      this.expect('{');
      // Inside of a select within a plural, `#` is a sign like others; the rule is ICU's.
      cases[name] = this.parts(choose !== 'select', true);
      this.expect('}');
    }
    if (!cases['other']) this.wrong('“other” is missing');
    return this.end({ arg, choose, offset, cases });
  }

  word(): string {
    this.blank();
    const found = /^[^\s{},#']+/.exec(this.message.slice(this.at))?.[0];
    if (!found) return this.wrong('a word is missing');
    this.at += found.length;
    this.blank();
    return found;
  }

  end<P extends Part>(part: P): P {
    this.expect('}');
    return part;
  }

  expect(sign: string): void {
    this.blank();
    if (this.take(1) !== sign) this.wrong(`“${sign}” is missing`);
  }

  blank(): void {
    while (/\s/.test(this.sign())) this.at++;
  }

  sign(): string {
    return this.message[this.at] ?? '';
  }

  take(count: number): string {
    return this.message.slice(this.at, (this.at += count));
  }

  wrong(what: string): never {
    throw new NotWellFormed(what, this.at, this.message);
  }
}
