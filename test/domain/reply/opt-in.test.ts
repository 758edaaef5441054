import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { refusals } from '../../../src/domain/reply/vocabulary/opt-in.ts';
import { readCorpus } from './read-corpus.ts';

const starts = readCorpus('starts').map(withBreaks);
const noStarts = readCorpus('no-starts').map(withBreaks);

const ours = [
  'How was your visit? Reply STOP to opt out, START to get messages again.',
  'You are opted out and get no more messages. Reply START to get messages again.',
];

describe('an opt-in', () => {
  test('is tried with more than 100 plain ones and more than 200 texts that only hold its word', () => {
    expect(new Set(starts).size).toBeGreaterThan(100);
    expect(new Set(noStarts).size).toBeGreaterThan(200);
  });

  test('is understood when it is plain: its word, alone or with nothing but politeness', () => {
    expect(starts.filter((text) => readReply(text, { ours }) !== 'opt_in')).toEqual([]);
  });

  test('is never taken from a text that refuses, doubts, quotes, or says anything that is not understood', () => {
    expect(noStarts.filter((text) => readReply(text) === 'opt_in')).toEqual([]);
    expect(noStarts.filter((text) => readReply(text, { ours }) === 'opt_in')).toEqual([]);
  });

  test('that is not plain stands before a person, unless it only repeats our own text', () => {
    const asks = ['reply', 'maybe_opt_out', 'opt_out'];
    expect(noStarts.filter((text) => !asks.includes(readReply(text)))).toEqual([]);
    const repeated = noStarts.filter((text) => readReply(text, { ours }) === 'quotation');
    expect(repeated.filter((text) => !/START to get messages again/.test(text))).toEqual([]);
  });

  test.each(['No START', 'don’t start', 'START nein', '👎 START', 'START wtf', 'no⏎START', 'START ❌', 'pas de START'])(
    'that is refused in “%s” holds the number until a person decides',
    (text) => {
      expect(readReply(withBreaks(text))).toBe('maybe_opt_out');
    },
  );

  test('is lost with any other word before or behind it', () => {
    const word = fc.stringMatching(/^[bdfgjklmvwz][aeiou][bdfgjklmvwz]{2,6}$/);
    fc.assert(
      fc.property(word, fc.constantFrom('START', 'unstop', 'opt in', 'subscribe', 'Start please'), (other, start) => {
        expect(readReply(`${other} ${start}`)).not.toBe('opt_in');
        expect(readReply(`${start} ${other}`)).not.toBe('opt_in');
      }),
    );
  });

  test('is lost with any other sign beside it', () => {
    const sign = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 3 })
      .filter((text) =>
        /[^\s.,!:)、。\p{L}\p{M}\p{N}\p{C}\p{VS}\p{Extended_Pictographic}-]/u.test(text.normalize('NFKC')),
      );
    fc.assert(
      fc.property(sign, (other) => {
        expect(readReply(`${other} START`)).not.toBe('opt_in');
        expect(readReply(`START ${other}`)).not.toBe('opt_in');
      }),
      { examples: [['"'], ['?'], ['✗'], ['›']] },
    );
  });
});

describe('a line below the opt-in that begins as a mail program’s', () => {
  const begins = [
    'Sent from my',
    'Sent from my iPhone',
    'Sent from',
    'Get Outlook for',
    'Get Outlook for Android',
    'Envoyé de mon',
    'Envoyé de mon iPhone',
    'Von meinem',
    'Gesendet von',
    'Enviado desde mi',
    'Enviado do meu',
    'Inviato da',
    'Verstuurd vanaf mijn',
    'Wysłano z',
    'Skickat från min',
    'Sendt fra min',
    'Lähetetty',
    'Отправлено с',
  ];
  const stops = readCorpus('stops');
  const refused = refusals.split(',').map((word) => word.trim());
  const between = fc.constantFrom(' ', ': ', ', ', '. ', ' – ', '\n', ' \u200b');

  test('opts nobody in when it goes on with any way to say stop or no', () => {
    const start = fc.constantFrom('START', 'start please', 'Unstop', 'Hi, subscribe me');
    fc.assert(
      fc.property(
        start,
        fc.constantFrom(...begins),
        between,
        fc.constantFrom(...stops, ...refused),
        fc.boolean(),
        (word, begin, sign, refusal, isAbove) => {
          const line = `${begin}${sign}${refusal}`;
          const text = isAbove ? `${line}\n${word}` : `${word}\n${line}`;
          expect(readReply(text)).not.toBe('opt_in');
          expect(readReply(`${text}\n> ${ours[0]}`, { ours })).not.toBe('opt_in');
        },
      ),
      { numRuns: 3_000 },
    );
  });

  // A blank alone would make it "my stop", where a bus halts.
  test('hides no STOP that stands in it, with an opt-in beside it, with other words, or alone', () => {
    const stop = fc.constantFrom('STOP', 'unsubscribe me', 'never text me again', 'STOP texting me', 'opt out');
    fc.assert(
      fc.property(
        fc.constantFrom(...begins),
        between.filter((sign) => /[^\s\u200b]|\n/.test(sign)),
        stop,
        (begin, sign, said) => {
          for (const before of ['', 'START\n', 'Hello\n', 'Who is this?\n']) {
            const text = `${before}${begin}${sign}${said}`;
            expect(['opt_out', 'maybe_opt_out']).toContain(readReply(text));
            expect(['opt_out', 'maybe_opt_out']).toContain(readReply(`${text}\n> ${ours[0]}`, { ours }));
          }
        },
      ),
    );
  });

  test.each(['Von: nein, nie wieder', 'On no account, you wrote:', 'Sent: in anger', 'On 3 Nov Ada wrote:'])(
    'opts nobody in as a quotation’s heading, which may say anything: %s',
    (line) => {
      expect(readReply(`START\n${line}\n> ${ours[0]}`, { ours })).not.toBe('opt_in');
    },
  );

  test('is nothing when a phone wrote it above our text', () => {
    const text = `START\nSent from my iPhone\n\n> ${ours[0]}`;
    expect(readReply(text, { ours })).toBe('opt_in');
  });
});

describe('a campaign’s name behind the opt-in', () => {
  const names = ['Spring survey'];

  test.each(['START Spring survey', 'Start spring survey, please', 'START “Spring survey”?', 'START SPRING SURVEY!'])(
    'is no other word, and only that: %s',
    (text) => {
      expect(readReply(text, { names })).toBe(/[“?]/.test(text) ? 'reply' : 'opt_in');
    },
  );

  test.each(['no START Spring survey', 'Spring survey START', 'START Spring', 'START survey spring', 'Spring survey'])(
    'changes nothing in “%s”',
    (text) => {
      expect(readReply(text, { names })).not.toBe('opt_in');
    },
  );

  test.each(['Texting me is illegal', 'A lawsuit', 'Cancel culture', 'Klage', 'Leave me alone', 'End of summer'])(
    'goes to a person when it may be a complaint: %s',
    (name) => {
      expect(readReply(`START ${name}`, { names: [name] })).not.toBe('opt_in');
    },
  );

  test.each(['No', 'Never again', 'STOP', 'not now', 'Nein danke', '?', '👎', ''])('says no by being “%s”', (name) => {
    expect(readReply(`START ${name} x`, { names: [name, `${name} x`] })).not.toBe('opt_in');
  });
});

function withBreaks(line: string): string {
  return line.replaceAll('⏎', '\n');
}
