import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';

const texts = [
  'Hi Ada, will you come? Reply STOP to opt out.',
  'Hi Ada, our summer party is on Saturday at six in the garden of the old mill. Reply STOP to opt out.',
  'Bonjour Léa, la fête est samedi. Répondez STOP pour ne plus recevoir de SMS',
  'Hallo Jörg, unser „Tag der offenen Tür“ ist am Samstag. Antworten Sie mit STOP, um keine SMS mehr zu erhalten.',
  'Hola Ana, ¿vienes el sábado? Responde BAJA para no recibir más mensajes.',
  'Doors open at 6.\nBring a friend!\nText STOP to quit',
];
const joiners = ['” ', '…”\n', '...” ', '\n', '\n\n', '... ', '… ', '" — '];
const stops = ['STOP', 'Stop!!!', 'stop texting me', 'Unsubscribe', 'BAJA', 'ARRET', 'STOPP'];

/** Our text, cut behind each of its words as phones and networks cut it. */
function cuts(text: string): string[] {
  return [...text.matchAll(/\S(?=\s|$)/gu)].map((match) => text.slice(0, match.index + 1));
}

describe('a person’s STOP behind a quotation of our own text', () => {
  test.each(texts)('is never hidden, wherever the quotation is cut: %s', (ours) => {
    const hidden: string[] = [];
    let tried = 0;
    for (const cut of cuts(ours)) {
      for (const opening of ['Liked “', '“', '> ', '👍 to “']) {
        for (const [at, joiner] of joiners.entries()) {
          // Each joiner with each stop, at every other cut.
          for (const stop of stops.filter((_, no) => (no + at + cut.length) % 2 === 0)) {
            const text = `${opening}${cut}${joiner}${stop}`;
            tried += 1;
            const reading = readReply(text, { ours: [ours] });
            if (reading !== 'opt_out' && reading !== 'maybe_opt_out') hidden.push(`${reading}: ${text}`);
          }
        }
      }
    }
    expect([hidden.slice(0, 5), hidden.length]).toEqual([[], 0]);
    expect(tried).toBeGreaterThan(1_000);
  });

  test.each(texts)('while a reaction to it stays a quotation: %s', (ours) => {
    for (const text of [
      `Liked “${ours}”`,
      `👍 to “${ours}”`,
      `A aimé « ${ours} »`,
      `> ${ours}`,
      `Loved “${ours.slice(0, 30)}…”`,
    ]) {
      expect([text, readReply(text, { ours: [ours] })]).toEqual([text, 'quotation']);
    }
  });

  test.each([
    'Liked “see you at “Joe’s“ then and please bring the kids with you too, we will be there at nine” STOP',
    'Liked “Hi Ada, our summer party is on Saturday at six in the garden of the old mill\nSTOP',
    'Loved “Please stop texting me”',
  ])('is not hidden when nobody knows what is quoted: %s', (text) => {
    expect(['opt_out', 'maybe_opt_out']).toContain(readReply(text));
  });

  test.each(texts)('is not hidden with nothing but a space before it, or in an unclosed quotation: %s', (ours) => {
    const hidden: string[] = [];
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
    for (const cut of cuts(ours)) {
      for (const opening of ['', 'Liked “', '(']) {
        for (const stop of stops) {
          if (letters(ours).startsWith(letters(cut + stop))) continue;
          const text = `${opening}${cut} ${stop}`;
          const reading = readReply(text, { ours: [ours] });
          if (reading !== 'opt_out' && reading !== 'maybe_opt_out') hidden.push(`${reading}: ${text}`);
        }
      }
    }
    expect([hidden.slice(0, 5), hidden.length]).toEqual([[], 0]);
  });

  test.each(['not interested', 'Wrong number', 'go away', 'who gave you my number?'])(
    'nor is what a person has to judge: %s',
    (doubt) => {
      const [, ours] = texts;
      for (const quoted of [`Liked “${ours!.slice(0, 76)}\n`, `👍 to “${ours!.slice(0, 30)}…” `, `> ${ours}\n`]) {
        expect([quoted, readReply(quoted + doubt, { ours: [ours!] })]).toEqual([quoted, 'maybe_opt_out']);
      }
      expect(readReply(`Liked “${ours!.slice(0, 76)}\n${doubt}`)).toBe('maybe_opt_out');
    },
  );

  test('is heard behind half a sentence of ours in single quotation marks', () => {
    expect(readReply('‘Hi Ada, our’ STOP', { ours: texts })).toBe('maybe_opt_out');
  });

  test.each([...texts, 'Stop by at 5? Reply STOP to unsubscribe', 'Tea at 4. Text STOP to end.'])(
    'is not found in our own last words when the person agrees behind them: %s',
    (ours) => {
      for (const text of [`${ours}\nYes`, `${ours} Yes`, `> ${ours}\nOk`, `“${ours}” yes please`]) {
        expect([text, readReply(text, { ours: [ours] })]).toEqual([text, 'reply']);
      }
    },
  );
});
