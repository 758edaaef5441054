import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureMessages } from '../../../src/domain/measure/measure.ts';
import { oddityFinder } from '../../../src/domain/measure/odd-messages.ts';
import { withPlainTwins } from '../../../src/domain/message/plain-twins.ts';
import { countSegments } from '../../../src/domain/message/segments.ts';
import { parseTemplate, renderMessage } from '../../../src/domain/message/template.ts';
import type { ListedRecipient } from '../../../src/domain/recipient/recipient.ts';
import { aNumber } from '../../support/builders.ts';

const named = (names: string[]): ListedRecipient[] =>
  names.map((name, no) => ({ number: aNumber(no), values: [name] }));

test('shows the first, the shortest and the longest message, and those with letters that the others do not have', async () => {
  const names = ['Ada', 'Bob', 'Jo', 'Maximiliane', 'Zoë', 'Chloë', 'Łukasz', 'Ada'];
  const { samples } = await measureMessages('Hi {{name}}!', ['name'], named(names));
  expect(samples?.map((no) => names[no])).toEqual(['Ada', 'Jo', 'Maximiliane', 'Zoë', 'Łukasz']);
});

test('shows three messages when all are alike', async () => {
  const { samples, total } = await measureMessages('Hi!', [], named(['a', 'b', 'c', 'd', 'e']));
  expect([samples, total]).toEqual([[0, 1, 2], 5]);
});

test('counts people and segments by country', async () => {
  const people = [
    ...named(['Ada', 'Łukasz']),
    { number: '+4915228817386' as ListedRecipient['number'], values: ['x'.repeat(200)] },
  ];
  const { countries, total, most } = await measureMessages('Hi {{name}}!', ['name'], people);
  expect(countries).toEqual([
    { country: 'US', people: 2, parts: 2 },
    { country: 'DE', people: 1, parts: 2 },
  ]);
  expect([total, most]).toEqual([4, 2]);
});

describe('what the list says and the text does not', () => {
  const oddIn = async (text: string, values: string[]) => (await measureMessages(text, ['words'], named(values))).odd;

  test('is counted, told by kind, and shown before all others', async () => {
    const fraud = 'your bank account is locked: http://evil.example/now';
    const values = ['Ada', ...Array.from({ length: 37 }, () => fraud), 'Bob', 'Cy'];
    const { odd, samples } = await measureMessages('Hi {{words}}', ['words'], named(values));
    expect(odd).toMatchObject({ people: 37, links: 37, numbers: 0, long: 37, hosts: ['evil.example'] });
    expect(odd?.nos.slice(0, 2)).toEqual([1, 2]);
    expect(samples?.[0]).toBe(1);
  });

  test.each([
    'evil.com',
    'see https://evil.com/x',
    'HTTP://EVIL.COM',
    'go to evil.com.',
    '(evil.com)',
    'x@y.org:evil.com https://ours.org@evil.com',
    'evil.co.uk/pay',
    'xn--80ak6aa92e.xn--p1ai',
    '1.2.3.4/pay',
    'call 1-900-555-0123',
    'call +44 9098 790 879 now',
    'we have moved your appointment, please bring all of your papers and money',
  ])('finds “%s”', async (value) => {
    expect(await oddIn('Hi {{words}}! See https://ours.org or 12015550199.', [value])).toMatchObject({ people: 1 });
  });

  test.each([
    'Ada',
    'Dr. J.R. Smith',
    '7.30 p.m.',
    'O’Brien-Müller',
    '12.50 EUR',
    'ada@example.com',
    '2026-11-28',
    'No. 7',
  ])('finds nothing in “%s”', async (value) => {
    expect(await oddIn('Hi {{words}}, will you come? https://ours.org/{{words}}', [value])).toBeUndefined();
  });

  test('is a link that the value makes of ours', async () => {
    expect(await oddIn('Hi! https://ours.org{{words}} is open for all of you now.', ['.evil.com'])).toMatchObject({
      hosts: ['ours.org.evil.com'],
    });
  });

  test.each([
    'JÃ¼rgen',
    'MÃœLLER',
    'MÃ–LLER',
    'Ã‰lodie',
    'Ã“scar',
    'MarÃ\u00ada',
    'LucÃ\u00ada GarcÃ\u00ada',
    'JÃƒÂ¼rgen',
    'MichaÅ‚',
    'PÅ™emysl',
    'È˜tefan IoneÈ›',
    'Nguyá»…n',
    'Thá»‹ TrÆ°Æ¡ng',
    'donâ€™t',
    '20â‚¬',
    '20Â°C',
    'ðŸ˜€',
    'Ð˜Ð²Ð°Ð½',
    'Î“Î¹Î¬Î½Î½Î·Ï‚',
    '×“×•×“',
    'Ù…Ø\u00adÙ…Ø¯',
    'çŽ‹èŠ³',
    'Andr�',
    'andrï¿½',
  ])('is garbled letters in “%s”', async (value) => {
    expect(await oddIn('Grüße an {{words}}!', [value])).toMatchObject({ people: 1, garbled: 1 });
  });

  test.each([
    'Jürgen',
    'SÃO PAULO',
    'IRMÃ”',
    'AMANHÃ…',
    'ROMÂ»',
    'LEYLÂ’nın',
    'SÅ’N',
    '„Spaß“',
    'groß…',
    '« CAFÉ»',
    'CAFÉ·THÉ·BAR',
    'OLÉ–OLÉ–OLÉ',
    'JOSÉ\u00a0RENÉ',
    'MENÜ…',
    'HYVÄÄ…',
    'café…”',
    '«Está»…',
    'ÑANDÚ',
    'Ångström',
    'Łukasz',
    'İstanbul',
    'Ðorđe',
    'Văn Đức',
    'à la carte »',
    'Ærø',
    'ÞÓRÐUR',
    'Дмитрий',
    'Γιάννης',
    '王芳',
  ])('is no garbled letter in “%s”', async (value) => {
    expect((await oddIn('Hi {{words}}', [value]))?.garbled ?? 0).toBe(0);
  });

  test('is not what the text itself says', async () => {
    expect(await oddIn('Liebe Grüße, JÃ¼rgen {{words}}', ['Ada'])).toBeUndefined();
  });

  test.each(['Ã', 'Ã¼', '.', 'a.', '://', 'http://', '1 ', '-', 'a@', '1.', '\u2019'])(
    'is found in one pass, also among thousands of “%s”',
    (piece) => {
      const find = oddityFinder(parseTemplate('Hi {{words}}'));
      const startedMs = performance.now();
      find(piece.repeat(100_000));
      expect(performance.now() - startedMs).toBeLessThan(2_000);
    },
  );
});

test('figures agree with each other and with the messages, whatever the list and the text are', async () => {
  const letters = fc.constantFrom('a', ' ', '€', '[', 'ë', 'Ł', '’', '“', '…', '–', '\u00a0', '😀', 'x'.repeat(69));
  const words = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(words, fc.array(words, { minLength: 1, maxLength: 12 }), async (text, names) => {
      const template = `Hi {{name|you}} ${text}`;
      const { total, most, costs, costly, plainer, countries } = await measureMessages(
        template,
        ['name'],
        named(names),
      );
      const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
      const people = sum(costs!.map((cost) => cost.people));
      const sizes = names.map((name) => {
        const rendered = renderMessage(parseTemplate(template), ['name'], [name]);
        return rendered.ok ? countSegments(rendered.text).segments : 0;
      });
      expect([people, total, most]).toEqual([names.length, sum(sizes), Math.max(...sizes)]);
      expect(sum(costs!.map((cost) => cost.people * cost.segments))).toBe(total);
      expect(costs!.map(({ segments }) => segments)).toEqual([...new Set(sizes)].sort((a, b) => a - b));
      expect(sum(countries!.map(({ parts }) => parts))).toBe(total);
      expect((costly?.people ?? 0) + (plainer?.people ?? 0)).toBeLessThanOrEqual(people);
      expect((costly?.more ?? 0) + (plainer?.saved ?? 0)).toBeLessThanOrEqual(total - people);
      expect(costly?.more ?? 0).toBeGreaterThanOrEqual(costly?.people ?? 0);
    }),
  );
});

describe('letters that make messages cost more', () => {
  const long = 'x'.repeat(100);

  test('are named with the people whom they concern, and a word that has one', async () => {
    const { costly } = await measureMessages(`Hi {{name}} ${long}`, ['name'], named(['Ada', 'Zoë', 'Łukasz', 'Zoë']));
    expect(costly).toEqual({ people: 3, more: 3, most: 2, letters: ['ë', 'Ł'], example: 'Zoë' });
  });

  test('with a plain twin are measured by what the twin saves, in the messages themselves', async () => {
    const { plainer, costly } = await measureMessages(
      `It’s “you”, {{name}}… ${long}`,
      ['name'],
      named(['Ada', 'Bob', 'Zoë']),
    );
    expect(plainer).toEqual({ letters: ['’', '“', '”', '…'], people: 2, saved: 2 });
    expect(costly).toMatchObject({ people: 1, letters: ['ë'] });
  });

  test('are no letters that have no twin', () => {
    expect(withPlainTwins('Zoë’s “café” – Łódź…')).toBe('Zoë\'s "café" - Łódź...');
  });

  test('are of no interest while they cost nothing', async () => {
    const summary = await measureMessages('Hi {{name}}’s', ['name'], named(['Zoë']));
    expect([summary.costly, summary.plainer]).toEqual([undefined, undefined]);
  });
});
