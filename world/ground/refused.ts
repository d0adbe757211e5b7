/** What a company answers when it will not: an HTTP status, a word for programs, a sentence for people. */
export class Refused extends Error {
  status: number;
  code: string;
  field: string | undefined;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

export function notFound(what: string, id: string): Refused {
  return new Refused(404, `${what}_not_found`, `There is no ${what} ${id}.`);
}
