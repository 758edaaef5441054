import { expect, test } from 'vitest';
import { whatItSays } from '../../../../src/domain/reply/expected/same-words.ts';

test.each([
  [
    'What time?',
    'what time',
    'WHAT TIME???',
    'Hi, what time please?',
    'what time\n\nSent from my iPhone',
    'What time 😊',
  ],
  ['Yes', 'yes!!!', 'YESSS', 'Yes please, thank you very much', 'yes 🙏', 'ｙｅｓ', '“Yes.”', 'y\u200be\u00ads'],
  ['¿A qué hora?', 'a que hora', 'Hola, ¿a qué hora? Gracias', 'A QUE HORA POR FAVOR'],
  ['Où est-ce ?', 'ou est ce', 'Bonjour, où est-ce ? Merci beaucoup', 'ou est-ce svp'],
  ['Wo ist das?', 'wo ist das bitte', 'Guten Tag, wo ist das? Viele Grüße'],
  ['Dove?', 'Ciao, dove? Grazie mille', 'dove per favore'],
  ['Que horas', 'Olá, que horas? Obrigada'],
  ['Hoe laat', 'Hoi, hoe laat? Dank je wel'],
  ['Gdzie', 'Dzień dobry, gdzie? Dziękuję', 'gdzie proszę'],
  ['👍', '👍🏽', '👍👍👍', ' 👍\n'],
  ['Thank you', 'thank you!', 'THANK YOU 🙏'],
])('the same however it is written: %s', (first, ...others) => {
  for (const other of others) expect(whatItSays(other)).toBe(whatItSays(first));
  expect(whatItSays(first)).not.toBe('');
});

test.each([
  ['1', '2'],
  ['yes', 'yes?'],
  ['yes', 'no'],
  ['yes', 'yes 👎'],
  ['👍', '👎'],
  ['5', '5 €'],
  ['10:30', '1030'],
  ['call me please at 5', 'call me'],
  ['thanks', 'hello'],
  ['yes', 'yes...'],
])('not the same: %s and %s', (one, other) => {
  expect(whatItSays(one)).not.toBe(whatItSays(other));
});

test('a text without words or signs says nothing, and that is never the same', () => {
  expect(['', ' ', '.', '\n', '!!', '\u200b'].map(whatItSays)).toEqual(['', '', '', '', '', '']);
});
