import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectedReader } from '../../../../src/domain/reply/expected/read-expected.ts';
import { readCorpus } from '../read-corpus.ts';
import { campaign, campaignsByLanguage, plainAnswers } from './corpus.ts';

/** Sentences of the corpus that say no and nothing else. */
const refusals = new Set([
  'nee bedankt, ik kan niet',
  "We can't make it, sorry",
  'ich kann leider nicht',
  'ik kan helaas niet',
  'je ne pourrai pas',
  'je ne peux pas venir',
]);
const linesOf = (file: string): string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));

/** What people say besides an answer: other things, times, conditions, questions, second thoughts. */
const partsOf = {
  'written before the rules were last changed': [
    ...linesOf('parts-of-replies.txt'),
    ...readCorpus('harmless').filter((line) => line.split(' ').length > 3 && !refusals.has(line)),
  ],
  'never used to change the rules': linesOf('parts-held-back.txt'),
};
const answers = plainAnswers().map(({ text }) => text);
const readers = [campaign, ...Object.values(campaignsByLanguage)].map(expectedReader);

const joints = [' ', ', ', '. ', '! ', '\n', ' - ', ' ', ' '];
const makers: ((pick: Pick, answer: string, part: string, parts: readonly string[]) => string)[] = [
  (pick, answer, part) => `${answer}${pick(joints)}${part}`,
  (pick, answer, part) => `${part}${pick(joints)}${answer}`,
  (pick, answer, part, parts) => `${pick(parts)}${pick(joints)}${answer}${pick(joints)}${part}`,
  (pick, answer, part) => `${answer}${pick(joints)}${part}${pick(joints)}${pick(answers)}`,
  (pick, answer, part) => `${answer} ${withSlip(pick, part)}`,
  (pick, answer, part) => `${part.toUpperCase()} ${answer} ${pick(['👍', '🙏', 'thanks', 'danke', 'pls', '!!'])}`,
  (_, answer, part) => `${answer} (${part})`,
  (pick, _, part) => withSlip(pick, part),
];

type Pick = <T>(from: readonly T[]) => T;

/** The same texts at each run. */
function seeded(seed: number): Pick {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

/** Of a short part nothing might be left. */
function withSlip(pick: Pick, text: string): string {
  if (text.length < 4) return text;
  const at = pick([...text].map((_, place) => place));
  return text.slice(0, at) + pick(['', 'e', 's', text[at + 1] ?? '']) + text.slice(at + 1);
}

test.each(Object.entries(partsOf))('of 20,000 answers with something besides, none is counted: %s', (_, parts) => {
  const pick = seeded(20_261_128);
  const texts = Array.from({ length: 20_000 }, () => pick(makers)(pick, pick(answers), pick(parts), parts));
  expect(texts.filter((text) => pick(readers)(text).kind === 'counted')).toEqual([]);
});
