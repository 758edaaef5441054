import { unfilledPlaceholders } from '../message/template.ts';
import { lintText } from '../message/template-lint.ts';
import type { Answering } from './answering.ts';

/** A text that people may get as an answer, by the line of the field that it stands on. */
export type AnsweringText = { field: 'expected' | 'canned'; line: number; label: string; text: string };

/** Every thank-you and canned answer. */
export function textsIn({ expected, canned }: Pick<Answering, 'expected' | 'canned'>): AnsweringText[] {
  return [
    ...expected.flatMap(({ label, thankYou }, index): AnsweringText[] =>
      thankYou === null ? [] : [{ field: 'expected', line: index + 1, label, text: thankYou }],
    ),
    ...canned.map(({ label, text }, index): AnsweringText => ({ field: 'canned', line: index + 1, label, text })),
  ];
}

/** What an author should think about before these texts are approved; each is a full sentence that names its text. */
export function lintAnswering(answering: Answering, list: { columns: readonly string[]; size: number }): string[] {
  return textsIn(answering).flatMap(({ field, label, text }) => {
    const what = field === 'expected' ? `The thank-you of “${label}”` : `The canned answer “${label}”`;
    return [...unfilledPlaceholders(text, list), ...lintText(text)].map((warning) => `${what}: ${warning}`);
  });
}

/** The same with each text as `write` has it. */
export function withTexts(answering: Answering, write: (template: string) => string): Answering {
  return {
    ...answering,
    expected: answering.expected.map((one) => ({
      ...one,
      thankYou: one.thankYou === null ? null : write(one.thankYou),
    })),
    canned: answering.canned.map((one) => ({ ...one, text: write(one.text) })),
  };
}
