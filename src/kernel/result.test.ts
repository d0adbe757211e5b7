import { describe, expect, expectTypeOf, test } from 'vitest';
import { must, ok, refuse, type Ok, type RefusalOf, type Refused, type Result, type ValueOf } from './result.ts';

type State = 'placed' | 'funded';
type CancelRefusal = { no: 'not_found' } | { no: 'too_late'; state: State } | { no: 'fields_wrong'; fields: string[] };

async function cancel(how: string, state: State): Promise<Result<{ state: State }, CancelRefusal>> {
  if (how === 'unknown') return refuse({ no: 'not_found' });
  if (how === 'late') return refuse({ no: 'too_late', state });
  if (how === 'placed') return refuse({ no: 'too_late', state: 'placed' });
  if (how === 'fields') return refuse({ no: 'fields_wrong', fields: ['city'] });
  return ok({ state });
}

describe('result', () => {
  test('carries a value or a refusal', async () => {
    expect(await cancel('now', 'funded')).toEqual({ ok: true, value: { state: 'funded' } });
    expect(await cancel('late', 'funded')).toEqual({ ok: false, refusal: { no: 'too_late', state: 'funded' } });
    expect(await cancel('fields', 'funded')).toEqual({ ok: false, refusal: { no: 'fields_wrong', fields: ['city'] } });
    expect(ok()).toEqual({ ok: true, value: undefined });
  });

  test('a refusal passes through to the caller with its own type', async () => {
    async function cancelTwice(): Promise<Result<void, CancelRefusal | { no: 'twice' }>> {
      const first = await cancel('late', 'placed');
      if (!first.ok) return first;
      return ok();
    }
    expect(await cancelTwice()).toMatchObject({ ok: false, refusal: { no: 'too_late' } });
  });

  test('infers exactly where no type is written', () => {
    const check = (n: number) => (n > 3 ? refuse({ no: 'too_many', most: 3 }) : n < 0 ? refuse({ no: 'none' }) : ok(n));
    expectTypeOf(check(1)).toEqualTypeOf<Ok<number> | Refused<{ no: 'too_many'; most: 3 }> | Refused<{ no: 'none' }>>();
    const answer: Result<number, { no: 'too_many'; most: number } | { no: 'none' }> = check(4);
    expect(answer).toEqual({ ok: false, refusal: { no: 'too_many', most: 3 } });

    expectTypeOf<ValueOf<typeof cancel>>().toEqualTypeOf<{ state: State }>();
    expectTypeOf<RefusalOf<typeof cancel>>().toEqualTypeOf<CancelRefusal>();
  });

  test('a refusal that is at hand passes on whole', () => {
    const passOn = (refusal: CancelRefusal): Result<never, CancelRefusal> => refuse(refusal);
    expect(passOn({ no: 'fields_wrong', fields: ['city'] })).toEqual(refuse({ no: 'fields_wrong', fields: ['city'] }));
  });

  test('a refusal that is not in the union does not compile', () => {
    const closed = (): Result<number, { no: 'none' }> =>
      // @ts-expect-error the word is not one of the refusals
      refuse({ no: 'other' });
    expect(closed().ok).toBe(false);
  });

  test('must gives the value, or throws the words of the refusal', () => {
    expect(must(ok(3))).toBe(3);
    expect(() => must(refuse({ no: 'too_late', paid: 12n }))).toThrow('refused: too_late {"paid":"12"}');
    expect(() => must(refuse({ no: 'not_found' }))).toThrow(/^refused: not_found$/);
  });
});
