import type { Answer, AnswerRule } from '../../playground/vonage/requests/scripted-answers.ts';
import type { Random } from '../random.ts';

/** How Vonage behaves when all is well: mostly at once, sometimes late, its webhooks in any order and number. */
export function everydayAnswers(seed: number): AnswerRule[] {
  const some = (fraction: number, answer: Answer, index: number): AnswerRule => ({
    fraction,
    seed: seed + index,
    answer,
  });
  return [
    some(0.06, { kind: 'accept', delivery: { copies: 3 } }, 1),
    some(0.06, { kind: 'accept', delivery: { outOfOrder: true } }, 2),
    some(0.04, { kind: 'accept', delivery: { beforeAnswer: true } }, 3),
    some(0.05, { kind: 'accept', delivery: { outcome: 'undeliverable' } }, 4),
    some(0.05, { kind: 'accept', delivery: { afterMs: 150_000, copies: 2 } }, 5),
    some(0.3, { kind: 'accept', afterMs: 10_000 }, 6),
    some(0.02, { kind: 'accept', afterMs: 40_000 }, 7),
  ];
}

/** What Vonage, or something in front of it, may answer for a while instead. */
export function answerTroubles(random: Random): { name: string; rules: AnswerRule[] }[] {
  const often = random.int(3, 12);
  const accepted = random.chance(0.5);
  const named = (name: string, answer: Answer, times = often) => ({ name, rules: [{ answer, times }] });
  const garbled = (['html', 'empty', 'no uuid', 'cut', 'wrong type', 'chunked cut', 'chunked garbled'] as const).map(
    (body): AnswerRule => ({ answer: { kind: 'garble', body }, times: 1 }),
  );
  return [
    { name: '202 without an id', rules: garbled },
    named('307', { kind: 'redirect', status: 307 }),
    named('429 with an absurd Retry-After', { kind: 'throttle', retryAfter: random.pick(absurdWaits) }),
    named('503 as html', { kind: 'fail', status: 503, as: 'html', accepted }),
    named('500 as json', { kind: 'fail', status: 500, as: 'json', accepted }, 40),
    named('401', { kind: 'reject', status: 401 }),
    named('402', { kind: 'reject', status: 402 }, 2),
    named('422', { kind: 'reject', status: 422 }, 3),
    named('no answer', { kind: 'silence', accepted }, 4),
    named('reset before reading', { kind: 'reset', when: 'before reading' }),
    named('reset after reading', { kind: 'reset', when: 'after reading', by: 'rst', accepted }),
    named('closed after reading', { kind: 'reset', when: 'after reading', by: 'fin', accepted }),
  ];
}

const absurdWaits = ['0', '-1', '1e9', '999999999999', 'Fri, 31 Dec 2199 23:59:59 GMT', 'soon'];
