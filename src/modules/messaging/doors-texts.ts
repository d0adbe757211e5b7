/** The words of pages and letters, as the desk looks at them and sets them. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { setText } from '#platform/set-text';
import { textForDesk, textsForDesk } from '#platform/text-questions';

const Language = Type.String({ minLength: 2, maxLength: 20 });
const Moment = Type.String({ format: 'date-time' });

export const textDoors: Door[] = [
  door({
    method: 'GET',
    path: '/desk/texts',
    says: 'The texts of pages and letters in a language, found by words or key, 40 to a page.',
    may: 'staff',
    query: Type.Object({
      text: Type.Optional(Type.String({ maxLength: 200 })),
      locale: Language,
      area: Type.Optional(Type.String({ maxLength: 20 })),
      changed: Type.Optional(Type.Boolean()),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    }),
    answer: Type.Object({
      texts: Type.Array(
        Type.Object({
          key: Type.String(),
          area: Type.String(),
          english: Type.String(),
          said: Type.String(),
          state: Type.Union([Type.Literal('own'), Type.Literal('set'), Type.Literal('does_not_fit')]),
        }),
      ),
      total: Type.Integer(),
      changed: Type.Integer(),
      areas: Type.Array(Type.String()),
    }),
    refusals: { only_staff_for_rules_may_look: 403 },
    question: textsForDesk,
  }),
  door({
    method: 'GET',
    path: '/desk/texts/{key}',
    says: 'One text in every language, the house’s own and what was set, and what it said before.',
    may: 'staff',
    answer: Type.Object({
      key: Type.String(),
      area: Type.String(),
      blanks: Type.Array(Type.String()),
      counts: Type.Boolean(),
      languages: Type.Array(
        Type.Object({
          locale: Type.String(),
          own: Type.String(),
          set: Type.Union([Type.String(), Type.Null()]),
          fits: Type.Boolean({
            description: 'Whether it keeps the blanks and forms of the house’s own; else that holds.',
          }),
        }),
      ),
      past: Type.Array(
        Type.Object({
          id: Type.String(),
          locale: Type.String(),
          was: Type.String({ description: 'Empty where it was the house’s own.' }),
          text: Type.String({ description: 'Empty where it became the house’s own.' }),
          by: Type.String(),
          at: Moment,
          why: Type.String(),
        }),
      ),
    }),
    refusals: { only_staff_for_rules_may_look: 403, text_not_found: 404 },
    question: textForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/texts/{key}',
    says: 'Sets how a text is said in a language, on all pages and in all letters at once. An empty one gives way to the house’s own.',
    may: 'staff',
    body: Type.Object({
      locale: Language,
      text: Type.String({ maxLength: 20_000 }),
      why: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    answer: Type.Object({ key: Type.String() }),
    refusals: {
      only_staff_for_rules_may: 403,
      text_not_found: 404,
      language_is_not_known: 422,
      text_is_too_long: 422,
      text_is_not_well_formed: 422,
      blanks_are_missing: 422,
      blanks_are_not_known: 422,
      blank_is_no_number: 422,
      cases_are_missing: 422,
      link_stands_alone: 422,
      one_line_is_meant: 422,
      text_is_the_same: 409,
      say_why: 400,
    },
    deed: setText,
  }),
];
