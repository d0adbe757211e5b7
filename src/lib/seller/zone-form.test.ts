import { expect, test } from 'vitest';
import { readForm } from '#lib/server/forms.ts';
import { sayIn } from '#lib/server/messages.ts';
import { countriesIn, fieldsOfRefusal, readZones } from './zone-form.ts';

test('countries are read by their names in our languages and by their letters', () => {
  expect(countriesIn('Brazil, Alemanha; pt\nCôte d’Ivoire, costa do marfim')).toEqual({
    codes: ['BR', 'DE', 'PT', 'CI'],
    unknown: [],
  });
  expect(countriesIn('Brazil, Atlantis, ')).toEqual({ codes: ['BR'], unknown: ['Atlantis'] });
});

async function zones(values: Record<string, string>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  const locals = { locale: 'en', t: sayIn('en'), requestId: 'r' } as App.Locals;
  const form = await readForm({ request: new Request('http://here.test', { method: 'POST', body }), locals });
  return { form, read: readZones(form, 'CNY') };
}

const europe = {
  'z.0.name': 'Europe',
  'z.0.countries': 'Germany, FR',
  'z.0.base': '30.00',
  'z.0.perKg': '12.5',
  'z.0.free': '900',
  'z.0.kg': '20.5',
  'z.0.from': '10',
  'z.0.to': '20',
};

test('a zone is read with its amounts, weights and days; what is left empty is not asked', async () => {
  const { read } = await zones({ zones: '2', ...europe, 'z.1.name': '' });
  expect(read).toMatchObject({
    ok: true,
    places: [0],
    value: [
      {
        name: 'Europe',
        countries: ['DE', 'FR'],
        base: 3000n,
        perKg: 1250n,
        freeFrom: 90000n,
        maxGrams: 20500,
        days: [10, 20],
      },
    ],
  });
  const bare = await zones({
    zones: '1',
    'z.0.name': 'World',
    'z.0.everywhere': 'on',
    'z.0.from': '0',
    'z.0.to': '30',
  });
  expect(bare.read).toMatchObject({
    value: [{ countries: ['*'], base: 0n, perKg: 0n, freeFrom: null, maxGrams: null, days: [0, 30] }],
  });
});

test('a zone that is removed is gone, and refusals find the others where they stand', async () => {
  const { read } = await zones({
    zones: '2',
    ...europe,
    'z.0.drop': 'on',
    'z.1.name': 'World',
    'z.1.everywhere': 'on',
    'z.1.from': '9',
    'z.1.to': '2',
  });
  expect(read).toMatchObject({ ok: true, places: [1] });
  expect(fieldsOfRefusal({ no: 'days_are_not_a_span', zone: 0 }, [1])).toEqual({ days_are_not_a_span: 'z.1.to' });
  expect(fieldsOfRefusal({ no: 'store_not_found' }, [1])).toEqual({});
});

test('what is wrong is said at its field', async () => {
  const { form, read } = await zones({
    zones: '2',
    'z.0.name': '',
    'z.0.countries': 'Atlantis',
    'z.0.base': '1',
    'z.1.name': 'North',
    'z.1.from': '1',
  });
  expect(read.ok).toBe(false);
  expect(form.outcome.errors).toEqual({
    'z.0.name': 'Please fill this in.',
    'z.0.countries': 'We do not know the country “Atlantis”.',
    'z.0.from': 'Please fill this in.',
    'z.0.to': 'Please fill this in.',
    'z.1.countries': 'Each zone needs at least one country.',
    'z.1.to': 'Please fill this in.',
  });
  const wrong = await zones({ zones: '1', ...europe, 'z.0.base': '-5', 'z.0.perKg': '1.234', 'z.0.free': 'much' });
  expect(Object.keys(wrong.form.outcome.errors)).toEqual(['z.0.base', 'z.0.perKg', 'z.0.free']);
});
