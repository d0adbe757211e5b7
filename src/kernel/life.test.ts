import { describe, expect, expectTypeOf, test } from 'vitest';
import { life, type Deeds, type States } from './life.ts';

const orderLife = life({
  placed: { fund: 'funded', cancel: 'cancelled', lapse: 'cancelled' },
  funded: { dispatch: 'dispatched', cancel: 'refunded' },
  dispatched: { accept: 'completed' },
  completed: {},
  cancelled: {},
  refunded: {},
});

describe('life', () => {
  test('knows its states and deeds, in the order of the table', () => {
    expect(orderLife.states).toEqual(['placed', 'funded', 'dispatched', 'completed', 'cancelled', 'refunded']);
    expect(orderLife.deeds).toEqual(['fund', 'cancel', 'lapse', 'dispatch', 'accept']);
    expect(orderLife.first).toBe('placed');
    expect(orderLife.deedsIn('funded')).toEqual(['dispatch', 'cancel']);
    expect(orderLife.has('funded')).toBe(true);
    expect(orderLife.has('toString')).toBe(false);
    expectTypeOf<States<typeof orderLife>>().toEqualTypeOf<
      'placed' | 'funded' | 'dispatched' | 'completed' | 'cancelled' | 'refunded'
    >();
    expectTypeOf<Deeds<typeof orderLife>>().toEqualTypeOf<'fund' | 'cancel' | 'lapse' | 'dispatch' | 'accept'>();
  });

  test('every state times every deed: a step of the table, or nothing', () => {
    const steps = new Map(orderLife.steps().map((step) => [`${step.from} ${step.deed}`, step.to]));
    expect(steps.size).toBe(6);
    for (const state of orderLife.states) {
      for (const deed of orderLife.deeds) {
        expect(orderLife.after(state, deed)).toBe(steps.get(`${state} ${deed}`));
      }
    }
    expect(orderLife.after('placed', 'fund')).toBe('funded');
    expect(orderLife.after('completed', 'fund')).toBeUndefined();
    expect(orderLife.after('placed', 'constructor' as never)).toBeUndefined();
  });

  test('the type of a step says where the deed can lead', () => {
    const state: States<typeof orderLife> = 'placed' as States<typeof orderLife>;
    expectTypeOf(orderLife.after(state, 'cancel')).toEqualTypeOf<'cancelled' | 'refunded' | undefined>();
    expectTypeOf(orderLife.after(state, 'accept')).toEqualTypeOf<'completed' | undefined>();
  });

  test('a state from which nothing leads is final', () => {
    expect(orderLife.states.filter((state) => orderLife.final(state))).toEqual(['completed', 'cancelled', 'refunded']);
  });

  test('says what may follow each state, once', () => {
    expect(orderLife.allowed()).toEqual({
      placed: ['funded', 'cancelled'],
      funded: ['dispatched', 'refunded'],
      dispatched: ['completed'],
      completed: [],
      cancelled: [],
      refunded: [],
    });
  });

  test('draws itself', () => {
    expect(life({ open: { close: 'closed' }, closed: {} }).draw()).toBe(
      'stateDiagram-v2\n    [*] --> open\n    open --> closed : close\n    closed --> [*]\n',
    );
  });

  test('a thing may return to a state, and need not end', () => {
    const store = life({ open: { suspend: 'suspended' }, suspended: { restore: 'open' } });
    expect(store.after('suspended', 'restore')).toBe('open');
    expect(store.draw()).not.toContain('--> [*]');
  });

  test('a target that is not a state, or a deed nobody knows, does not compile', () => {
    // @ts-expect-error nothing is called lost
    expect(() => life({ open: { close: 'lost' }, closed: {} })).toThrow('close leads from open to lost');
    // @ts-expect-error there is no such deed
    expect(orderLife.after('placed', 'forget')).toBeUndefined();
    // @ts-expect-error there is no such state
    expect(orderLife.after('lost', 'fund')).toBeUndefined();
    expect(() => life({ 'in review': {} })).toThrow('spelled in small letters');
    expect(() => life({})).toThrow('at least one state');
  });
});
