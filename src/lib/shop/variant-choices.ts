/** Which variant each value of each option leads to, seen from the one that is chosen. */
export interface Option {
  code: string;
  name: string;
  values: readonly { code: string; name: string }[];
}

export interface Choosable {
  variant: string;
  label: string;
  choice: Readonly<Record<string, string>>;
  available: number;
  minimum: number;
}

export interface OptionRow {
  code: string;
  name: string;
  values: { code: string; name: string; variant: string; here: boolean; soldOut: boolean }[];
}

/** A row for each option; where variants were told apart by their names alone, one row of all of them. */
export function choicesOf(options: readonly Option[], variants: readonly Choosable[], chosen: string): OptionRow[] {
  const current = variants.find(({ variant }) => variant === chosen);
  const told = (one: Choosable) => options.every(({ code }) => one.choice[code] !== undefined);
  if (!current || options.length === 0 || !variants.every(told)) return [plainRow(variants, chosen)];
  return options.map(({ code, name, values }) => ({
    code,
    name,
    values: values.flatMap((value) => {
      const having = variants.filter((one) => one.choice[code] === value.code);
      const kept = having.find((one) =>
        options.every((o) => o.code === code || one.choice[o.code] === current.choice[o.code]),
      );
      // A combination that nobody made leads to one that was made, rather one that can be had.
      const to = kept ?? having.find((one) => !isSoldOut(one)) ?? having[0];
      if (!to) return [];
      return { ...value, variant: to.variant, here: current.choice[code] === value.code, soldOut: isSoldOut(to) };
    }),
  }));
}

const isSoldOut = ({ available, minimum }: Choosable): boolean => available < minimum;

function plainRow(variants: readonly Choosable[], chosen: string): OptionRow {
  const values = variants.map((one) => ({
    code: one.variant,
    name: one.label,
    variant: one.variant,
    here: one.variant === chosen,
    soldOut: isSoldOut(one),
  }));
  return { code: '', name: '', values };
}
