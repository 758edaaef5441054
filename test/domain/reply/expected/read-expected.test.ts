import { expect, test } from 'vitest';
import type { ExpectedAnswer } from '../../../../src/domain/reply/expected/expected-answer.ts';
import { readExpected } from '../../../../src/domain/reply/expected/read-expected.ts';
import { campaignsByLanguage } from './corpus.ts';

const answer = (label: string, ...words: string[]): ExpectedAnswer => ({ label, words, thankYou: null });
const yesNo = [answer('Yes'), answer('No')];

/** The label, or why a person has to read it. */
function reading(text: string, ...answers: ExpectedAnswer[]): string {
  const read = readExpected(text, answers);
  return read.kind === 'counted' ? read.label : read.because;
}

test('tells how it knew the answer', () => {
  expect(readExpected('yes', yesNo)).toEqual({ kind: 'counted', label: 'Yes', by: 'word' });
  expect(readExpected('Oui, merci', yesNo)).toEqual({ kind: 'counted', label: 'Yes', by: 'usual_word' });
  expect(readExpected('absolutly', yesNo)).toEqual({ kind: 'counted', label: 'Yes', by: 'slip' });
});

test('tells why a person has to read it', () => {
  const because = (text: string) => reading(text, ...yesNo);
  expect(because('thank you')).toBe('no_answer');
  expect(because('yes no')).toBe('two_answers');
  expect(because('yes?')).toBe('question');
  expect(because('yes…')).toBe('question');
  expect(because('yes but later')).toBe('more');
  expect(because('')).toBe('no_answer');
});

test('the usual words count under a label that means yes or no by itself or by a word of it', () => {
  expect(reading('Sí, gracias', answer('Coming', 'yes'), answer('Not coming', 'no'))).toBe('Coming');
  expect(reading('nein danke', answer('Coming', 'yes'), answer('Not coming', 'no'))).toBe('Not coming');
  expect(reading('yes', answer('Coming'), answer('Not coming'))).toBe('no_answer');
  expect(reading('no', answer('Yes'))).toBe('no_answer');
});

test('words of one label may stand together, and politeness with them', () => {
  const answers = [answer('Yes', 'coming', 'I will come'), answer('No', 'not coming'), answer('Later', 'next time')];
  for (const text of ['Yes, coming', 'Coming!', 'coming, yes 👍', 'Yes. I will come']) {
    expect(reading(text, ...answers)).toBe('Yes');
  }
  for (const text of ['No, not coming', 'Sorry, not coming 😢']) expect(reading(text, ...answers)).toBe('No');
  for (const text of ['no coming', 'coming no', 'Yes, next time', 'sorry, coming', 'not coming 👍']) {
    expect(reading(text, ...answers)).toMatch(/two_answers|more/);
  }
});

test('where two labels mean yes, only the author’s own words count', () => {
  const both = [answer('Yes', 'yes'), answer('Sí', 'si'), answer('No')];
  expect(reading('yes', ...both)).toBe('Yes');
  expect(reading('si', ...both)).toBe('Sí');
  expect(reading('oui', ...both)).toBe('no_answer');
  expect(reading('non merci', ...both)).toBe('No');
  expect(reading('yes', answer('Either', 'yes', 'no'))).toBe('Either');
  expect(reading('oui', answer('Either', 'yes', 'no'))).toBe('no_answer');
});

test('a word that means something else in the author’s language needs a person, unless it is the author’s own', () => {
  const { polish, german, french, spanish, portuguese, english } = campaignsByLanguage;
  expect(reading('no', ...polish)).toBe('more');
  expect(reading('No', answer('Tak'), answer('Nie', 'no'))).toBe('Nie');
  expect(reading('ja', ...polish)).toBe('more');
  expect(reading('nie', ...german)).toBe('more');
  expect(reading('si', ...french)).toBe('more');
  expect(reading('y', ...spanish)).toBe('more');
  expect(reading('ja', ...portuguese)).toBe('more');
  expect(reading('ja', ...english)).toBe('Yes');
  for (const text of ['no dzięki', 'ja dziękuję', 'nie danke', 'ja obrigado', 'si merci']) {
    expect(reading(text, ...english)).toBe('more');
  }
});

test('one letter counts for the language of the author’s words', () => {
  const { spanish, french, german, english } = campaignsByLanguage;
  expect([reading('s', ...spanish), reading('o', ...french), reading('J', ...german)]).toEqual(['Sí', 'Oui', 'Ja']);
  expect([reading('s', ...english), reading('o', ...english), reading('j', ...english)]).not.toContain('Yes');
  expect(reading('n', ...french)).toBe('Non');
});

test('a slip counts in words of five letters or more', () => {
  const days = [answer('Monday'), answer('Sunday'), answer('Noon', 'noon')];
  for (const slip of ['Mnoday', 'Mondya', 'Monnday', 'Mobday', 'Moday please'])
    expect(reading(slip, ...days)).toBe('Monday');
  for (const other of ['Munday', 'Mondays', 'onday', 'Tonday', 'Mnodya', 'nono', 'moon', 'non']) {
    expect(reading(other, ...days)).not.toMatch(/day|Noon/);
  }
});

test('a slip that could be two answers, or that is a common word, needs a person', () => {
  expect(reading('jumio', answer('junio'), answer('julio'))).toBe('more');
  expect(reading('jnuio', answer('junio'), answer('julio'))).toBe('more');
  expect(reading('junio', answer('junio'), answer('julio'))).toBe('junio');
  expect(reading('would', answer('World'))).toBe('more');
  expect(reading('trial', answer('Trail'))).toBe('more');
});

test('a thumb says yes or no when it stands alone or agrees', () => {
  const thumbs = (text: string) => reading(text, ...yesNo);
  expect(['👍', '👍🏿', '✅', '👍🙏', 'yes 👍'].map(thumbs)).toEqual(['Yes', 'Yes', 'Yes', 'Yes', 'Yes']);
  expect(['👎', '❌', 'no 👎', 'no 😢'].map(thumbs)).toEqual(['No', 'No', 'No', 'No']);
  for (const text of ['👍👎', 'no 👍', 'yes 👎', 'yes 😢', '👍 thanks', '🤷', '❤️'])
    expect(thumbs(text)).not.toMatch(/Yes|No/);
  expect(reading('🎉', answer('Party', '🎉'), ...yesNo)).toBe('Party');
  expect(reading('yes 🎉', answer('Party', '🎉'), ...yesNo)).toBe('two_answers');
});

test('a figure is an answer by itself, and with the name of a choice', () => {
  const choices = [answer('First', '1', 'a'), answer('Second', '2', 'b')];
  for (const text of ['1', '1.', '1)', '(1)', 'Option 1', '1 please', 'A', 'answer a', '①']) {
    expect(reading(text, ...choices)).toBe('First');
  }
  for (const text of ['-1', '1.5', '1/2', '1+', '1 1', '1 or 2', 'No. 1', '1 👍', '11', '1st', '1 person']) {
    expect(reading(text, ...choices)).not.toMatch(/First|Second/);
  }
});

test('"OK" is a yes, and with thanks perhaps only "seen"', () => {
  expect(reading('Okay!', ...yesNo)).toBe('Yes');
  expect(reading('ok yes thanks', ...yesNo)).toBe('Yes');
  expect(reading('ok thanks', ...yesNo)).toBe('more');
  expect(reading('ok thanks', answer('Yes', 'ok'))).toBe('Yes');
});

test('an author’s word that is mere politeness counts alone, and beside an answer as politeness', () => {
  const answers = [...yesNo, answer('Thanks', 'thank you')];
  expect(reading('Thank you!', ...answers)).toBe('Thanks');
  expect(reading('Yes thank you', ...answers)).toBe('Yes');
});

test('an opt-out always wins, even over the author’s own word', () => {
  expect(reading('stop', answer('Halt', 'stop'))).toBe('opt_out');
  expect(reading('not interested', answer('No', 'not interested'))).toBe('opt_out');
});

test('a long text is for a person at once', () => {
  expect(reading('yes '.repeat(100), ...yesNo)).toBe('more');
  expect(reading('no '.repeat(30), ...yesNo)).toBe('more');
});
