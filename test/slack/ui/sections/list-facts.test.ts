import { describe, expect, test } from 'vitest';
import type { ListReading } from '../../../../src/domain/list/reading.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { aDraft, aPreview } from '../../../support/builders.ts';
import { aListReading } from '../../../support/list/list-reading.ts';
import { textOf } from '../read-blocks.ts';

const phone = aListReading().sources[0]!;

function said(reading: Partial<ListReading>): string {
  const draft = aDraft();
  const list = { ...draft.list, reading: aListReading(reading) };
  return textOf(previewModal(aPreview({ campaign: aDraft({ list }) })).blocks);
}

const note = (kind: ListReading['notes'][number]['kind'], count = 2, value = 'x') => ({
  notes: [{ kind, count, first: { line: 7, value } }],
});

describe('the preview says of the list', () => {
  test.each<[string, Partial<ListReading>, string]>([
    ['the column', {}, 'Numbers come from Phone.'],
    [
      'labelled columns',
      { sources: [{ ...phone, id: 'labelled', title: 'Phone 1 - Value' }], numbersFrom: 'Phone 1 - Value' },
      'Numbers come from Phone 1 - Value: in each row the one that is labelled as a mobile.',
    ],
    [
      'a column of somebody else’s numbers',
      { sources: [{ ...phone, title: 'Emergency', isUnfit: true }], numbersFrom: 'Emergency' },
      'Numbers come from “Emergency”, which is usually somebody else’s or gets no texts.',
    ],
    [
      'why the column is asked when there is but one',
      { sources: [{ ...phone, title: 'Fax', isUnfit: true }], numbersFrom: null, questions: ['numbersFrom'] },
      'The only numbers stand under “Fax”, which is usually somebody else’s or gets no texts.',
    ],
    [
      'the countries',
      {
        countries: [
          { country: 'US', count: 118 },
          { country: 'CA', count: 2 },
        ],
      },
      'Countries of all 120 numbers: United States 118, Canada 2.',
    ],
    ['one country, which needs no figure', {}, 'Country: United States.'],
    [
      'a country that is asked because of the others',
      { questions: ['country'], doubt: 'two_ways', otherCountries: [{ country: 'DE', count: 1 }] },
      'Numbers without a + exist here (United States) and in Germany, where most of the list is from. Choose their country above.',
    ],
    [
      'numbers that exist elsewhere, too',
      note('two_ways', 1, '15123456789'),
      'some exist in another country of the list, too: first line 7, •••••••',
    ],
    [
      'a doubted country',
      { questions: ['country'] },
      'Most of these numbers are not from here (United States). Choose their country above.',
    ],
    [
      'the encoding',
      { ...note('encoding', 1, 'Łukasz'), encoding: 'windows-1250' },
      'The file is not UTF-8; it was read as windows-1250. Line 7 reads Łukasz.',
    ],
    ['one odd line', note('encoding', 1, 'René'), '1 line of the file is not UTF-8. Line 7 reads René.'],
    ['values that are none', note('no_value', 4, 'NULL'), '4 cells count as empty: first line 7, NULL.'],
    [
      'numbers that nobody is texted at',
      note('unused_numbers', 3, 'Fax: 201-555-0199'),
      'Not used: 3 numbers of another column, first line 7, Fax: •••-•••-0199.',
    ],
    [
      'numbers of a column with a number in its title',
      note('unused_numbers', 1, 'Phone 2 - Value: +1 201-555-0121'),
      'Not used: 1 number of another column, line 7, Phone 2 - Value: +• •••-•••-0121.',
    ],
    [
      'codes without a plus',
      note('own_code', 2, '4915228817386'),
      '2 numbers had the country’s code without a +: first line 7, •••••••••7386.',
    ],
    [
      'new area codes',
      note('new_area', 1, '+1 457 555 0123'),
      '1 number has an area code that is newer than our tables: line 7, +• ••• ••• 0123.',
    ],
    [
      'sentences',
      note('from_sentences', 2, 'call 201-555-0101'),
      '2 numbers were taken out of sentences. Check who is meant: line 7, call •••-•••-0101.',
    ],
    [
      'lines above the header',
      note('title_lines', 1, 'Volunteers'),
      'The lines above the header are not used: line 7, Volunteers.',
    ],
    [
      'a missing header',
      note('no_header', 1),
      'No line names the columns, so they are called column_1, column_2 and so on.',
    ],
    [
      'a guessed header',
      note('header_guess', 1, 'Who, Where'),
      'A line was taken for the header, not for a person: line 7, Who, Where.',
    ],
    ['silence about consent', note('no_consent', 2), '2 lines say nothing about consent: first line 7, x.'],
    [
      'several numbers in a cell',
      note('first_of_several', 1, '201-555-0101'),
      '1 cell has several numbers; the first is used: line 7, •••-•••-0101.',
    ],
    [
      'whom the list marks',
      { marked: { titles: ['Unsubscribed'], count: 2, first: { line: 3, value: '201-555-0103' }, isTexted: false } },
      '“Unsubscribed” marks 2 people as unsubscribed, first in line 3 (•••-•••-0103): left out.',
    ],
    [
      'whom the author texts all the same',
      { marked: { titles: ['Unsubscribed'], count: 2, first: { line: 3, value: 'x' }, isTexted: true } },
      '2 people whom the list marks as unsubscribed (“Unsubscribed”) get it all the same: the author chose so.',
    ],
  ])('%s', (_title, reading, sentence) => {
    expect(said(reading)).toContain(sentence);
  });

  test('each country once, and of whom its figures are', () => {
    const places = [
      { country: 'US', people: 150, segments: 150, cost: 12 },
      { country: 'CA', people: 50, segments: 50, cost: 4 },
    ];
    const countries = places.map(({ country, people }) => ({ country, count: people }));
    const list = { ...aDraft().list, size: 200, optedOut: 1, reading: aListReading({ countries }) };
    const text = textOf(previewModal(aPreview({ campaign: aDraft({ list }), places })).blocks);
    expect(text.match(/Canada/g)).toHaveLength(1);
    expect(text).toContain('By country, also of those who opted out:\nUnited States: 150 people, 150 segments');
    const audience = { people: 190, optedOut: 0, ruledOut: 10 };
    const ruled = textOf(previewModal(aPreview({ campaign: aDraft({ list }), places, audience })).blocks);
    expect(ruled).toContain('By country, also of those who never get it:\nUnited States');
    expect(ruled).toContain('at most ');
  });

  test('nothing, when it was stored before anything was noted', () => {
    expect(textOf(previewModal(aPreview()).blocks)).not.toMatch(/Numbers come from|Countr(?:y|ies)/);
  });
});
