import { describe, expect, test } from 'vitest';
import { type Answering, answeringLimits, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import {
  type AnsweringTexts,
  readAnswering,
  readAnswerWithin,
  readCannedAnswers,
  readExpectedAnswers,
  readOutcomes,
  readShowColumns,
  writeAnswering,
} from '../../../src/domain/answering/answering-texts.ts';
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
    const word = 'w'.repeat(38);
    const typed = Array.from({ length: 6 }, (_, no) => {
      const words = Array.from({ length: 12 }, (_, one) => `${word.slice(4)}${no}x${one}`);
      return `L${no}:${words.join(',')}=>T`;
    }).join('\n');
    const expected = readExpectedAnswers(`${typed}${'x'.repeat(3_000 - typed.length)}`);
    const written = writeAnswering({ ...nothingForeseen, expected }).expected;
    expect(written.length).toBeLessThanOrEqual(3_000);
    expect(readExpectedAnswers(written)).toEqual(expected);
  });

  test('names every wrong field at once, and the lines in it', () => {
    const wrong = { expected: '\nYes\n\nyés', canned: 'Parking', outcomes: 'A\na', showColumns: '', answerWithin: '5' };
    const refused = refusedBy(() => readAnswering(wrong));
    expect(refused instanceof FormError && Object.fromEntries(refused.problems)).toEqual({
      expected: '“yés” stands there twice. Change one of them, or take it out.',
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

test('an expected answer that cannot be read is refused with the line and what to do', () => {
  const { code, message, field } = refusedBy(() => readExpectedAnswers('Yes: coming\nNo: stop'));
  expect([code, field]).toEqual(['bad_lines', 'expected']);
  expect(message).toMatch(/^Line 2: /);
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
