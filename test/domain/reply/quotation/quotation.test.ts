import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../../../src/domain/reply/opt-out.ts';
import { readCorpus } from '../read-corpus.ts';

const own = 'Hi Ada, will you come? Reply STOP to opt out.';
const read = (text: string, ours: readonly string[] = [own]) => readReply(text, { ours });
const reactions = readCorpus('reactions');

describe('a reaction decides nothing', () => {
  test('in more than 90 sentences of phones, whether the quoted text is known as ours or not', () => {
    expect(reactions.length).toBeGreaterThan(90);
    const unknown = 'Bonjour Ada. Répondez STOP pour ne plus recevoir de SMS';
    const all = reactions.flatMap((sentence) => [
      sentence.replace('*', () => own),
      sentence.replace('*', () => unknown),
    ]);
    expect(all.filter((text) => read(text) !== 'quotation')).toEqual([]);
    expect(all.filter((text) => read(text, []) !== 'quotation')).toEqual([]);
  });

  test('in capitals, without the closing mark, with hidden characters, cut short by the phone', () => {
    const cut = (text: string) => text.slice(0, 24);
    const changed: ((text: string) => string)[] = [
      (text) => text.replace('*', () => own.toUpperCase()),
      (text) => text.replace('*', () => `${cut(own)}…`),
      (text) => text.replace('*', () => `${cut(own)}...`),
      (text) => text.replace('*', () => `\u200a${own}\u200a`).replace(/^/, '\u200b'),
      (text) => text.replace('*', () => own.replaceAll(' ', '\u00a0')),
      (text) => `${text.replace('*', () => own)} `,
    ];
    const texts = reactions.flatMap((sentence) => changed.map((change) => change(sentence)));
    expect(texts.filter((text) => read(text) !== 'quotation')).toEqual([]);
    const unclosed = reactions.filter((sentence) => sentence.endsWith('*”')).map((text) => text.slice(0, -1));
    expect(unclosed.map((text) => text.replace('*', () => own)).filter((text) => read(text) !== 'quotation')).toEqual(
      [],
    );
  });

  test.each([
    `Umependa “${own}”`,
    `Meeldis „${own}“`,
    `Patika „${own}“`,
    `Patiko „${own}“`,
    `Líkaði við „${own}“`,
    `Li ha agradat «${own}»`,
    `Atsegin du “${own}”`,
    `Sviđa mu se „${own}“`,
    `Хареса „${own}“`,
    `მოეწონა „${own}“`,
    `“${own}” bəyəndi`,
    `‘${own}’ पसंद किया`,
    `Cathlon “${own}” leis`,
    `🫶🏽 «${own}»`,
    `👍 to ${own}`,
  ])('in a language whose sentences nobody listed: %s', (text) => {
    expect(read(text)).toBe('quotation');
  });

  test.each([
    'Liked an image',
    'Loved a photo',
    'Reacted 👍 to an image',
    'Laughed at a video',
    'A aimé une image',
    'Le encantó una imagen',
    'Ha aggiunto “Mi piace” a un’immagine',
    'Hat ein Bild mit „Gefällt mir“ markiert',
    '👍 to a photo',
  ])('to a picture: %s', (text) => {
    expect(read(text, [])).toBe('quotation');
  });

  test.each([
    [
      'a letter lost on the way',
      'Liked “Bonjour Ad?le, r?pondez pr?s de STOP pour ne plus rien”',
      'Bonjour Adèle, répondez près de STOP pour ne plus rien',
    ],
    ['marks that the phone has changed', 'Liked “It’s Ada’s day – “come”!”', 'It\'s Ada\'s day - "come"!'],
    ['an emoji that is gone', 'Liked “ Sale today! Text END to end”', '🎉 Sale today! 🎉 Text END to end'],
    ['line ends', 'Liked “Hi Ada\nWill you come\nReply STOP”', 'Hi Ada\r\nWill you come\r\nReply STOP'],
    ['a short one', 'Loved “Hi Ada”', own],
    ['another script', '喜欢“亲爱的会员，周六有活动。回复TD退订”', '亲爱的会员，周六有活动。回复TD退订'],
  ])('although it quotes %s', (_what, text, ours) => {
    expect(read(text, [ours])).toBe('quotation');
  });
});

describe('a repetition of our text decides nothing', () => {
  test.each([
    own,
    own.toLowerCase(),
    `“${own}”`,
    `> ${own}`,
    `> Hi Ada, will you\n> come? Reply STOP\n> to opt out.`,
    `On Nov 3, 2026, at 14:02, Example <info@example.com> wrote:\n> ${own}`,
    `Am 03.11.2026 um 14:02 schrieb Example:\n${own}`,
    `Le 3 nov. 2026 à 14:02, Example a écrit :\n> ${own}`,
    `-----Original Message-----\nFrom: Example\nSent: Tuesday\n${own}`,
    `Message not delivered: ${own}`,
    `Nachricht nicht zugestellt: „${own}“`,
    `Auto-reply: ${own}`,
    `Fwd: ${own}`,
    `${own}\n\nSent from my iPhone`,
    `Envoyé de mon iPhone\n\n> ${own}`,
    `Liked “${own}”\nLoved “${own}”`,
  ])('when nothing else is said: %s', (text) => {
    expect(read(text)).toBe('quotation');
  });

  test.each([
    [`Yes, with two friends\n\n> ${own}`, 'reply'],
    [`> ${own}\n\nYes, with two friends`, 'reply'],
    [`I will come\n\nOn Nov 3 Example wrote:\n${own}`, 'reply'],
    [`${own}\nNo thanks`, 'reply'],
    [`Auto-reply: I am away until Monday. You wrote: ${own}`, 'reply'],
    [`${own} ?`, 'reply'],
    [`👍\n> ${own}`, 'reply'],
    [`STOP\n\n> ${own}`, 'opt_out'],
    [`> ${own}\n\nSTOP`, 'opt_out'],
    [`${own} STOP`, 'opt_out'],
    [`> ${own}\nplease take me off your list`, 'opt_out'],
    [`> ${own}\nI might have to cancel`, 'maybe_opt_out'],
    [`START\n> ${own}`, 'opt_in'],
    [`HELP\n> ${own}`, 'help'],
  ])('and what else is said is read as usual: %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });
});

describe('a person’s own words are never hidden', () => {
  test.each([
    ['Liked “Hi Ada”. STOP', 'opt_out'],
    [`Liked “${own}” STOP`, 'opt_out'],
    [`Stop “${own}”`, 'opt_out'],
    [`Arrêtez « ${own} »`, 'opt_out'],
    ['I said "stop texting me"', 'opt_out'],
    ['Please "STOP"', 'opt_out'],
    ['“STOP”', 'opt_out'],
    ['👍 “stop”', 'opt_out'],
    ['❌ “remove me from your list”', 'opt_out'],
    ['Loved “Hi Ada” but stop texting me', 'opt_out'],
    ['“Hi Ada, stop texting me”', 'opt_out'],
    ['My answer: "unsubscribe"', 'maybe_opt_out'],
    ['Liked “STOP”', 'maybe_opt_out'],
    ['Hi Ada, stop', 'maybe_opt_out'],
    ['Reply STOP to opt out', 'maybe_opt_out'],
    ['“Reply STOP to opt out.”', 'maybe_opt_out'],
    ['come? Reply STOP to opt out.', 'maybe_opt_out'],
    ['Text STOP to unsubscribe', 'maybe_opt_out'],
    [`Yes “${own}”`, 'reply'],
    [`Sure! "${own}"`, 'reply'],
    [`ok “${own}”`, 'reply'],
    [`I will “${own}”`, 'reply'],
    [`2 “${own}”`, 'reply'],
    [`When? “${own}”`, 'reply'],
    [`“${own}” ???`, 'reply'],
    [`Ja, gerne „${own}“`, 'reply'],
    [`Oui « ${own} »`, 'reply'],
    ['Will you come?', 'reply'],
    ['Liked it, thanks', 'reply'],
  ])('not even in what looks like a quotation: %s', (text, reading) => {
    expect(read(text)).toBe(reading);
  });

  test('when they are a keyword that our text contains, begins with, or is', () => {
    const ours = ['STOP', 'Stop texting and driving! Join us on Friday.', 'Reply STOP to opt out', 'Unsubscribe', own];
    for (const text of ['STOP', 'stop.', 'Stop please', '"Stop"', 'Unsubscribe', 'STOP!!!', 'stop texting']) {
      expect([text, read(text, ours)]).toEqual([text, 'opt_out']);
    }
  });

  test('when they are an answer that ours begins with, or ask for', () => {
    const ours = [
      'Yes, we are open till five. See you!',
      'Text YES to confirm your seat on Friday',
      'Great, see you then',
    ];
    for (const text of ['"Yes"', 'Yes', 'Text YES to confirm', 'Great!', 'Great, see you']) {
      expect([text, read(text, ours)]).toEqual([text, 'reply']);
    }
  });

  test('whatever ours are: no way to say stop is taken for a quotation', () => {
    const ours = [
      own,
      'Hi there! To stop these texts reply STOP, to unsubscribe text END, or tell us “remove me”.',
      'ok',
    ];
    const hidden = readCorpus('stops').filter((text) => !['opt_out', 'maybe_opt_out'].includes(read(text, ours)));
    expect(hidden).toEqual([]);
  });

  test('when a STOP of their own stands before or behind any quotation of ours', () => {
    const message = fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(message, fc.constantFrom(...reactions), fc.boolean(), (words, sentence, isBefore) => {
        const ours = `${words.join(' ')}. Reply STOP to opt out.`;
        const reaction = sentence.replace('*', () => ours);
        expect(read(isBefore ? `STOP\n${reaction}` : `${reaction}\nSTOP`, [ours])).toMatch(/opt_out$/);
      }),
    );
  });
});

test('takes time that grows with the text and not with its square, whatever the text and ours', () => {
  const ours = [
    own.repeat(36),
    'a'.repeat(1600),
    'a '.repeat(800),
    `${'ab'.repeat(40)}. `.repeat(20),
    'Hi\n'.repeat(533),
  ];
  const pieces = [
    'a',
    'a ',
    'ab',
    '“',
    '"',
    '> ',
    'Liked “',
    '\n',
    'Hi\n',
    own,
    'Hi Ada, ',
    '👍',
    '「',
    'x: ',
    'wrote:\n',
    'à',
  ];
  const phrases = ['reply stop to ', 'to stop reply stop ', 'do not ', 'not texts ', 'remove number ', 'bitte stop, '];
  const time = (text: string) => {
    const startedAt = performance.now();
    read(text, ours);
    return performance.now() - startedAt;
  };
  for (const piece of [...pieces, ...phrases]) {
    const [short, long] = [2_500, 10_000].map((length) => {
      const text = piece.repeat(length).slice(0, length);
      return Math.min(...[1, 2, 3].map(() => time(text)));
    });
    // Four times the text: its square would take sixteen times as long.
    expect([piece, long! < 12 * Math.max(short!, 8)]).toEqual([piece, true]);
  }
});
