import { readWords } from '../words/read-words.ts';
import { phraseOf } from './answer-words.ts';
import { answerLimits, type ExpectedAnswer } from './expected-answer.ts';
import { saidIn } from './known-phrases.ts';
import { whatItSays } from './same-words.ts';

/** Why a label or a word cannot be expected, and what to do. */
export function wordProblem(word: string): string | undefined {
  if (word.length > answerLimits.word) {
    return `“${word}” has ${word.length} characters; shorten it to ${answerLimits.word}.`;
  }
  const tokens = saidIn(word);
  if (tokens.length === 0) return `“${word}” says nothing. Write a word that people answer with.`;
  const sign = tokens.find(({ kind }) => kind === 'sign')?.text;
  if (sign === '?' || sign === '…') return `“${word}” asks or hesitates, which a person has to read. Take it out.`;
  if (sign !== undefined) return `“${word}” holds “${sign}”. Write plain words, with commas between them.`;
  return readingProblem(word);
}

function readingProblem(word: string): string | undefined {
  const reading = readWords(word);
  if (reading === 'opt_out') return `“${word}” opts people out, and an opt-out always wins. Take another word.`;
  if (reading === 'opt_in' || reading === 'help') {
    return `“${word}” is a word that carriers keep for something else. Take another word.`;
  }
  return reading === 'reply'
    ? undefined
    : `“${word}” may ask for no more texts, so that a person always reads it. Take another word.`;
}

/** Two lines that expect the same, politeness apart. */
export function problemsBetween(lines: readonly { answer: ExpectedAnswer; no: number }[]): string | undefined {
  const expected = new Map<string, number>();
  for (const { answer, no } of lines) {
    for (const word of [answer.label, ...answer.words]) {
      for (const says of [phraseOf(word), whatItSays(word)]) {
        const other = expected.get(says) ?? no;
        if (other !== no) return `Lines ${other} and ${no} both expect “${word}”. Keep it in one of them.`;
        expected.set(says, no);
      }
    }
  }
  return undefined;
}
