import { describe, expect, test } from 'vitest';
import { type Answering, answeringLimits, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import {
  type AnsweringTexts,
  readAnswering,
  readAnswerWithin,
  readCannedAnswers,
  readOutcomes,
  readShowColumns,
  writeAnswering,
} from '../../../src/domain/answering/answering-texts.ts';
import { readExpectedLines, writeExpectedLines } from '../../../src/domain/answering/expected-lines.ts';
import { whereInAnswering } from '../../../src/domain/answering/lines.ts';
import { CampaignError, FormError } from '../../../src/domain/campaign-error.ts';

/** The rule that somebody broke. */
function refusedBy(read: () => unknown): CampaignError {
  try {
    read();
  } catch (error) {
    if (error instanceof CampaignError) return error;
    throw error;
  }
  throw new Error('It was read');
}

const nothing: AnsweringTexts = { expected: '', canned: '', outcomes: '', showColumns: '', answerWithin: '' };

const full: Answering = {
  expected: [
    { label: 'Yes', words: ['coming', 'count me in'], thankYou: 'See you, {{first_name|friend}}!' },
    { label: 'No', words: [], thankYou: null },
    { label: 'Maybe', words: [], thankYou: 'Tell us by Friday: we count.' },
  ],
  canned: [{ label: 'Parking', text: 'Behind the hall: https://a.example/map' }],
  outcomes: ['Wrong number', 'Call back'],
  showColumns: ['city', 'first_name'],
  answerWithinSeconds: 5_400,
};

describe('what is written behind More settings', () => {
  test('is nothing when every field is empty', () => {
    expect(readAnswering(nothing)).toEqual(nothingForeseen);
    expect(writeAnswering(nothingForeseen)).toEqual(nothing);
  });

  test('is read back as it was', () => {
    expect(writeAnswering(full)).toEqual({
      expected: [
        'Yes: coming, count me in => See you, {{first_name|friend}}!',
        'No',
        'Maybe => Tell us by Friday: we count.',
      ].join('\n'),
      canned: 'Parking: Behind the hall: https://a.example/map',
      outcomes: 'Wrong number\nCall back',
      showColumns: 'city, first_name',
      answerWithin: '1h30m',
    });
    expect(readAnswering(writeAnswering(full))).toEqual(full);
  });

  test('fits its field again, however closely it was typed', () => {
    const word = 'w'.repeat(58);
    const typed = Array.from({ length: 6 }, (_, no) => {
      const words = Array.from({ length: 8 }, (_, one) => `${word}${one}`);
      return `${no}:${words.join(',')}=>T`;
    }).join('\n');
    const read = readExpectedLines(`${typed}${'x'.repeat(3_000 - typed.length)}`);
    expect(writeExpectedLines(read).length).toBeLessThanOrEqual(3_000);
    expect(readExpectedLines(writeExpectedLines(read))).toEqual(read);
  });

  test('names every wrong field at once, and the lines in it', () => {
    const wrong = { expected: '\nYes\n\nyés', canned: 'Parking', outcomes: 'A\na', showColumns: '', answerWithin: '5' };
    const refused = refusedBy(() => readAnswering(wrong));
    expect(refused instanceof FormError && Object.fromEntries(refused.problems)).toEqual({
      expected: 'Line 4: “yés” stands there twice. Change one of them, or take it out.',
      canned: 'Line 1: write it as “Label: text”, such as “Parking: …”.',
      outcomes: 'Line 2: “a” stands there twice. Change one of them, or take it out.',
      answerWithin: '5 what? Write 5m or 5s.',
    });
  });

  test('says where it is to those who do not have its window open', () => {
    expect(whereInAnswering('canned', 2)).toBe('Canned answers, line 2 (More settings)');
    expect(whereInAnswering('showColumns')).toBe('Show on replies (More settings)');
  });
});

describe('an expected answer', () => {
  test('is a label with its words and a thank-you, in the spellings that phones make of them', () => {
    expect(readExpectedLines('Yes： coming，sure ⇒ Great → see you')).toEqual([
      { label: 'Yes', words: ['coming', 'sure'], thankYou: 'Great → see you' },
    ]);
  });

  test('has each word once, and not its label again', () => {
    expect(readExpectedLines('Yes: yes, Coming,, coming ,  on  my way')[0]?.words).toEqual(['Coming', 'on my way']);
  });

  test.each([
    ['Yes =>', 'Line 1: write the thank-you after the =>, or take the => out.'],
    [': coming', 'Line 1: it begins with a label, such as “Parking: …”.'],
    [`Yes => ${'x'.repeat(481)}`, 'Line 1: the thank-you has 481 characters, shorten it to 480.'],
    ['Yes => Hi {{first_name', 'Line 1: “{{first_name” is not closed. Write it like {{first_name}}.'],
    [`Yes: ${'x'.repeat(61)}`, 'has 61 characters, shorten it to 60 or put commas between words.'],
    [`Yes: ${Array.from({ length: 21 }, (_, no) => `w${no}`).join()}`, 'room for 20 words, and these are 21'],
    [`${'x'.repeat(31)}: a`, 'has 31 characters, shorten it to 30.'],
    ['a\nb\nc\nd\ne\nf\ng', 'There is room for 6 expected answers, and these are 7: take some out.'],
  ])('%s is refused: %s', (text, sentence) => {
    const { code, message, field } = refusedBy(() => readExpectedLines(text));
    expect(code).toBe('bad_lines');
    expect(field).toBe('expected');
    expect(message).toContain(sentence);
  });
});

describe('a canned answer', () => {
  test.each([
    ['https://a.example', 'write it as “Label: text”'],
    ['Parking:', 'write it as “Label: text”'],
    ['A: 1\nB: 2\nÁ: 3', 'Line 3: “Á” stands there twice'],
    [`A: ${'x'.repeat(481)}`, 'the text has 481 characters'],
    ['A: }}', 'Line 1: “}}” stands without'],
    ['1\n2\n3\n4', 'Line 3: write it'],
  ])('%s is refused: %s', (text, sentence) => {
    const { code, message } = refusedBy(() => readCannedAnswers(text));
    expect(code).toBe('bad_lines');
    expect(message).toContain(sentence);
    expect(message).not.toContain('Line 4');
  });
});

test('an outcome that is an expected answer already is not named again', () => {
  expect(readOutcomes('Call back\n\n  Wrong   number ', [{ label: 'Yes' }])).toEqual(['Call back', 'Wrong number']);
  const { message } = refusedBy(() => readOutcomes('YES', [{ label: 'Yes' }]));
  expect(message).toBe('Line 1: “YES” is an expected answer, and so an outcome already: take it out here.');
});

test('columns to show are named as placeholders name them, each once', () => {
  expect(readShowColumns('First Name, {{city}};city\n Größe ,')).toEqual(['first_name', 'city', 'grosse']);
  const many = Array.from({ length: answeringLimits.columns + 1 }, (_, no) => `c${no}`).join();
  expect(refusedBy(() => readShowColumns(many))).toMatchObject({
    code: 'many_columns',
    message: 'There is room for 6 columns, and these are 7: take some out.',
  });
});

test('Answer within is a length of time from a minute on, or as usual', () => {
  expect(['', ' ', '1h', '90 minutes', '2d'].map(readAnswerWithin)).toEqual([null, null, 3_600, 5_400, 172_800]);
  expect(refusedBy(() => readAnswerWithin('30s'))).toMatchObject({ code: 'short_answer' });
  expect(refusedBy(() => readAnswerWithin('soon')).message).toContain('is not a length of time');
});
