import { checkIdentifier } from '#kernel/identifiers';

/** A payer's tax id, bare: in Brazil the CPF of a person or the CNPJ of a company. Undefined when it is none. */
export function readTaxId(text: string, country: string): string | undefined {
  if (country !== 'BR') {
    const id = text.replace(/[\s./-]/g, '').toUpperCase();
    return /^[0-9A-Z]{3,30}$/.test(id) ? id : undefined;
  }
  for (const kind of ['br_cpf', 'br_cnpj'] as const) {
    const checked = checkIdentifier(kind, text);
    if (checked.ok) return checked.value;
  }
  return undefined;
}
