import { expect, test } from 'vitest';
import { ExpectedAnswer } from '../../../../src/domain/reply/expected/expected-answer.ts';
import { parseExpectedAnswers, writeExpectedAnswers } from '../../../../src/domain/reply/expected/expected-answers.ts';
import { expectedReader } from '../../../../src/domain/reply/expected/read-expected.ts';

function read(text: string): ExpectedAnswer[] {
  const read = parseExpectedAnswers(text);
  if ('problem' in read) throw new Error(read.problem);
  return read.answers;
}

function problem(text: string): string {
  const read = parseExpectedAnswers(text);
  return 'problem' in read ? read.problem : 'none';
}

test('a line is a label, its words and perhaps a thank-you text', () => {
  expect(read('Yes: yes, count me in => See you, {{first_name|friend}}!\n\nNo\nAnother day: later')).toEqual([
    { label: 'Yes', words: ['yes', 'count me in'], thankYou: 'See you, {{first_name|friend}}!' },
    { label: 'No', words: [], thankYou: null },
    { label: 'Another day', words: ['later'], thankYou: null },
  ]);
  expect(read('')).toEqual([]);
});

test.each([
  'Yes: sure, fine => Thanks: see you => there',
  'Yes：sure，fine ⇒ Thanks: see you => there',
  'Yes: sure; fine → Thanks: see you => there',
  'Yes: “sure”, "fine", =&gt; Thanks: see you => there',
  '  Yes :sure,fine,, Sure!->Thanks: see you => there ',
])('signs that phones and editors put in their place are read: %s', (line) => {
  expect(read(line)).toEqual([{ label: 'Yes', words: ['sure', 'fine'], thankYou: 'Thanks: see you => there' }]);
});

test('a time may be a label, and the code of an emoji is the emoji', () => {
  expect(read('10:30: half past ten, :+1:\nLater: :tada:')).toEqual([
    { label: '10:30', words: ['half past ten', '👍'], thankYou: null },
    { label: 'Later', words: ['🎉'], thankYou: null },
  ]);
});

test.each([
  ['Yes\nNo\nA\nB\nC\nD\nE', '7 lines are too many. Keep the 6 answers that most people will give.'],
  ['Yes\n: no', 'Line 2: a label is missing. Write it like “Yes: yes, sure”.'],
  ['Yes, yeah, yep', 'Line 1: a colon is missing behind the label. Write it like “Yes: yes, sure”.'],
  ['One that is a little too long: yes', 'Line 1: the label has 29 characters; shorten it to 24.'],
  [`Yes: ${'a'.repeat(41)}`, `Line 1: “${'a'.repeat(41)}” has 41 characters; shorten it to 40.`],
  [`Yes: ${Array.from({ length: 21 }, (_, at) => `w${at}`).join()}`, /^Line 1: 21 words are too many/],
  ['Yes: yes?', 'Line 1: “yes?” asks or hesitates, which a person has to read. Take it out.'],
  ['Yes: yes/yeah', 'Line 1: “yes/yeah” holds “/”. Write plain words, with commas between them.'],
  ['Yes: !!', 'Line 1: “!!” says nothing. Write a word that people answer with.'],
  [
    'Yes: :sunny_day:',
    'Line 1: “:sunny_day:” is a code, not what people send. Paste the emoji itself, or leave it out.',
  ],
  ['Two: 2, :pizza:', 'Line 1: “:pizza:” is a code, not what people send. Paste the emoji itself, or leave it out.'],
  ['Yes\nOut: stop', 'Line 2: “stop” opts people out, and an opt-out always wins. Take another word.'],
  ['Yes\nNo: no more', 'Line 2: “no more” opts people out, and an opt-out always wins. Take another word.'],
  ['Cancel: no', 'Line 1: “Cancel” opts people out, and an opt-out always wins. Take another word.'],
  ['No: not interested', /^Line 1: “not interested” may ask for no more texts, so that a person always reads it/],
  ['Yes: start', 'Line 1: “start” is a word that carriers keep for something else. Take another word.'],
  ['Yes: sure\nNo: SURE!', 'Lines 1 and 2 both expect “SURE!”. Keep it in one of them.'],
  ['Yes\nNo: yes please!', 'Lines 1 and 2 both expect “yes please!”. Keep it in one of them.'],
  ['Yes => {{first_name', 'Line 1: “{{first_name” is not closed. Write it like {{first_name}}.'],
  [`Yes => ${'a'.repeat(481)}`, 'Line 1: the thank-you text has 481 characters; shorten it to 480.'],
])('what cannot be read is named with its line: %j', (text, says) => {
  expect(problem(text)).toMatch(says);
});

test('what was read is shown in the form as it was, and read again as the same', () => {
  const text = 'Yes: yes, 👍 => Thanks {{first_name|you}}!\nNo\nYes, later:\nWhen: 9:30, noon\n10:30: 10.30';
  expect(writeExpectedAnswers(read(text))).toBe(text);
  expect(read(writeExpectedAnswers(read(text)))).toEqual(read(text));
  expect(ExpectedAnswer.array().parse(read(text))).toEqual(read(text));
});

test('each label and each word is counted as itself', () => {
  const answers = read(
    'Yes: count me in, j, 👍\nNo: no way\nThé: café noir\nOption 3: 3\nThanks: gracias\n10:30: early',
  );
  const reader = expectedReader(answers);
  for (const { label, words } of answers) {
    for (const word of [label, ...words]) expect(reader(word)).toEqual({ kind: 'counted', label, by: 'word' });
  }
  expect(reader('the')).toMatchObject({ label: 'Thé' });
});
