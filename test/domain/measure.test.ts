import { expect, it } from 'vitest';
import { measureMessages } from '../../src/domain/measure.ts';
import type { ListedRecipient } from '../../src/domain/recipient.ts';
import { aNumber } from '../support/builders.ts';

const everybody = () => true;
const named = (names: string[]): ListedRecipient[] =>
  names.map((name, no) => ({ number: aNumber(no), values: [name] }));

it('shows the first, the shortest and the longest message, and those with letters that the others do not have', async () => {
  const names = ['Ada', 'Bob', 'Jo', 'Maximiliane', 'Zoë', 'Chloë', 'Łukasz', 'Ada'];
  const { samples } = await measureMessages('Hi {{name}}!', ['name'], named(names), everybody);
  expect(samples?.map((no) => names[no])).toEqual(['Ada', 'Jo', 'Maximiliane', 'Zoë', 'Łukasz']);
});

it('shows three messages when all are alike, and nobody who gets none', async () => {
  const { samples, total } = await measureMessages(
    'Hi!',
    [],
    named(['a', 'b', 'c', 'd', 'e']),
    ({ number }) => number !== aNumber(0),
  );
  expect([samples, total]).toEqual([[1, 2, 3], 4]);
});

it('counts people and parts by country', async () => {
  const people = [
    ...named(['Ada', 'Łukasz']),
    { number: '+4915228817386' as ListedRecipient['number'], values: ['x'.repeat(200)] },
  ];
  const { countries, total, most } = await measureMessages('Hi {{name}}!', ['name'], people, everybody);
  expect(countries).toEqual([
    { country: 'US', people: 2, parts: 2 },
    { country: 'DE', people: 1, parts: 2 },
  ]);
  expect([total, most]).toEqual([4, 2]);
});
