import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identifierRules } from './identifier-rules.ts';
import { checkIdentifier, formatIdentifier, identifierKinds, type IdentifierKind } from './identifiers.ts';
import { vatRules } from './vat.ts';

const no = (kind: IdentifierKind, text: string) => {
  const result = checkIdentifier(kind, text);
  return result.ok ? result.value : result.refusal.no;
};
const WRONG = 'identifier_check_digit_wrong';

const right: [IdentifierKind, string][] = [
  [
    'iban',
    'GR1601101050000010547023795 BE31435411161155 GB82WEST12345698765432 DE89370400440532013000 ES9121000418450200051332',
  ],
  [
    'iban',
    'PL61109010140000071219812874 SA0380000000608010167519 AE070331234567890123456 BR1800360305000010009795493C1',
  ],
  ['bic', 'DEUTDEFF BRASBRRJ500'],
  ['vat', 'DE136695976 FR40303265045 FRK7399859412 ESB64717838 ES54362315K PL8567346215 IT00743110157 NL004495445B01'],
  ['vat', 'NL002455799B11 BE0428759497 ATU13585627 GB980780684 XI980780684 NO995525828MVA CHE107787577IVA GR094259216'],
  [
    'vat',
    'IE6433435F IE8D79739I CZ25123891 CZ7103192745 CZ640903926 LV16117519997 LV40003521600 SK2022749619 GBGD001 GBHA599',
  ],
  ['eu_oss', 'EU372022452 IM3720000001'],
  ['br_cnpj', '16.727.230/0001-97 12.ABC.345/01DE-35'],
  ['br_cpf', '390.533.447-05'],
  ['mx_rfc', 'GODE561231GR8 MAB9307148T4 XEXX010101000'],
  ['mx_clabe', '032180000118359719'],
  ['kr_brn', '116-82-00276'],
  ['kr_pccc', 'P123456789012'],
  ['jp_corporate', '5835678256246'],
  ['au_abn', '83914571673'],
  ['cn_uscc', '91110000600037341L'],
  ['cn_resident', '11010519491231002X'],
  ['ru_inn', '123456789047 1234567894'],
  ['il_id', '3933742-3'],
  ['in_gstin', '27AAPFU0939F1ZV'],
  ['in_pan', 'AAPFU0939F'],
  ['us_ein', '94-3177549'],
  ['us_routing', '111000025'],
  ['gtin', '4006381333931 96385074 036000291452 10614141000415'],
];

const wrong: [IdentifierKind, string, string][] = [
  ['iban', 'GB82WEST12345698765431', WRONG],
  ['iban', 'GB82WEST1234569876543', 'identifier_not_readable'],
  ['iban', 'US82WEST12345698765432', 'identifier_country_unknown'],
  ['bic', 'DEUTDEF', 'identifier_not_readable'],
  ['vat', 'DE136695978', WRONG],
  ['vat', '136695976', 'identifier_country_unknown'],
  ['vat', 'FR84323140391', WRONG],
  ['vat', 'ES B64717839', WRONG],
  ['vat', 'PL 8567346216', WRONG],
  ['vat', 'IT 00743110158', WRONG],
  ['vat', 'NL 123456789B90', WRONG],
  ['vat', 'BE0431150351', WRONG],
  ['vat', 'BE431150351', 'identifier_not_readable'],
  ['vat', 'ATU13585626', WRONG],
  ['vat', 'GB 802311781', WRONG],
  ['vat', 'IE6433435E', WRONG],
  ['vat', 'CZ25123890', WRONG],
  ['vat', 'LV16137519997', WRONG],
  ['vat', 'US123456789', 'identifier_country_unknown'],
  ['vat', 'constructor', 'identifier_country_unknown'],
  ['eu_oss', 'IM9990000001', 'identifier_country_unknown'],
  ['eu_oss', 'IM372000001', 'identifier_not_readable'],
  ['br_cnpj', '16.727.230.0001-98', WRONG],
  ['br_cnpj', '12.ABC.345/01DE-36', WRONG],
  ['br_cnpj', '00.000.000/0000-00', WRONG],
  ['br_cpf', '231.002.999-00', WRONG],
  ['br_cpf', '111.111.111-11', WRONG],
  ['br_cpf', '390.533.447', 'identifier_not_readable'],
  ['mx_rfc', 'GODE561331GR8', WRONG],
  ['mx_clabe', '032180000118359718', WRONG],
  ['kr_brn', '123456789', 'identifier_not_readable'],
  ['kr_brn', '116-82-00277', WRONG],
  ['jp_corporate', '2835678256246', WRONG],
  ['au_abn', '99999999999', WRONG],
  ['cn_uscc', 'A1110000600037341L', WRONG],
  ['cn_uscc', '911100006000373411', WRONG],
  ['cn_resident', '11010519491331002X', WRONG],
  ['ru_inn', '123456789037', WRONG],
  ['ru_inn', '1234567895', WRONG],
  ['il_id', '3933742-2', WRONG],
  ['il_id', '0', WRONG],
  ['in_gstin', '27AAPFU0939F1ZO', WRONG],
  ['in_pan', 'AAPXU0939F', 'identifier_not_readable'],
  ['us_routing', '111000026', WRONG],
  ['gtin', '4006381333932', WRONG],
  ['gtin', '00000000', WRONG],
];

describe('identifiers', () => {
  test.each(right.flatMap(([kind, list]) => list.split(' ').map((text) => [kind, text] as const)))(
    '%s %s passes',
    (kind, text) => {
      const bare = text.replace(/[./-]/g, '').replace(/^GR0/, 'EL0');
      expect(checkIdentifier(kind, text)).toEqual({ ok: true, value: bare });
      expect(no(kind, ` ${text.toLowerCase().split('').join(' ')} `)).toBe(bare);
    },
  );

  test.each(wrong)('%s %s is refused: %s', (kind, text, word) => {
    expect(no(kind, text)).toBe(word);
  });

  test('nothing typed, or another shape, is told with an example', () => {
    for (const kind of identifierKinds) {
      expect(no(kind, ' - ')).toBe('identifier_missing');
      expect(checkIdentifier(kind, identifierRules[kind].example), kind).toMatchObject({ ok: true });
    }
    expect(checkIdentifier('vat', 'FR1')).toEqual({
      ok: false,
      refusal: { no: 'identifier_not_readable', example: 'FR40303265045' },
    });
  });

  test('every VAT rule has an example that passes, and the next digit in any place of it does not', () => {
    for (const [country, { example }] of Object.entries(vatRules)) {
      expect(no('vat', example), example).toBe(example);
      const changed = [...example].flatMap((sign, at) =>
        /\d/.test(sign) && at >= country.length
          ? [example.slice(0, at) + ((Number(sign) + 1) % 10) + example.slice(at + 1)].filter(
              (text) => checkIdentifier('vat', text).ok,
            )
          : [],
      );
      // The last two digits of the Netherlands and Sweden count establishments and are not checked.
      expect(changed.length, `${country}: ${changed}`).toBe(['NL', 'SE'].includes(country) ? 2 : 0);
    }
  });

  test('one wrong digit of a bank account never passes', () => {
    const digit = (text: string, at: number, by: number) =>
      text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
    fc.assert(
      fc.property(fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        expect(checkIdentifier('iban', digit('DE89370400440532013000', at + 2, by)).ok).toBe(false);
      }),
    );
  });

  test('are shown as people write them', () => {
    expect(formatIdentifier('br_cnpj', '12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
    expect(formatIdentifier('br_cpf', '39053344705')).toBe('390.533.447-05');
    expect(formatIdentifier('iban', 'DE89370400440532013000')).toBe('DE89 3704 0044 0532 0130 00');
    expect(formatIdentifier('kr_brn', '1168200276')).toBe('116-82-00276');
    expect(formatIdentifier('gtin', '4006381333931')).toBe('4006381333931');
  });
});
