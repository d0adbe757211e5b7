import type { Attribute } from './category.ts';
import type { AttributeValue } from './listing.ts';
import type { ListingProblem, ListingRule } from './listing-rules.ts';

export const mostAttributeText = 1000;
const mostNumber = 1e15;

/** Only what the category asks, each in its kind. */
export const attributesAreRight: ListingRule = ({ attributes }, { asked }) =>
  Object.entries(attributes).flatMap(([code, value]): ListingProblem[] => {
    const attribute = asked.get(code);
    const problem = attribute ? wrongWith(attribute, value) : { what: 'is_not_asked_here' };
    return problem ? [{ where: `attributes.${code}`, ...problem }] : [];
  });

export const requiredAttributesAreThere: ListingRule = ({ attributes }, { inherited }) =>
  inherited
    .filter(({ code, required }) => required && (attributes[code] === undefined || attributes[code] === ''))
    .map(({ code }) => ({ where: `attributes.${code}`, what: 'is_missing' }));

function wrongWith({ kind, choices }: Attribute, value: AttributeValue): Omit<ListingProblem, 'where'> | undefined {
  switch (kind) {
    case 'text':
      if (typeof value !== 'string') return { what: 'is_no_text' };
      return value.length > mostAttributeText ? { what: 'is_too_long', most: mostAttributeText } : undefined;
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= mostNumber ? undefined : { what: 'is_no_number' };
    case 'choice':
      return choices.some(({ code }) => code === value)
        ? undefined
        : { what: 'is_not_among_the_choices', oneOf: choices.map(({ code }) => code) };
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : { what: 'is_not_yes_or_no' };
  }
}
