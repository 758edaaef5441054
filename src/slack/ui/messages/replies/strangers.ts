import { actions } from '../../../ids.ts';
import { button, buttons } from '../../parts/button.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { number, people } from '../../words/number-words.ts';

/** Many people of no campaign at once: they are counted, and shown a few at a time to whoever asks. */
export function strangersDigest({ asking, others }: { asking: number; others: number }): Message {
  const said: Sentence[] = [
    [`${people(asking + others)} wrote who belong to no campaign: too many to show one by one.`],
    ...(others > 0 ? [[`${number(others)} of them opted out or need no answer.`] as Sentence] : []),
    ...(asking > 0 ? [['Their texts are kept. Press Show the next 10 to answer them here.'] as Sentence] : []),
  ];
  const show =
    asking > 0 ? buttons([button({ label: 'Show the next 10', action: actions.showStrangers, value: 'next' })]) : null;
  return message(said, [richText(lines(...said)), show]);
}

export function strangersShown({ shown, left }: { shown: number; left: number }): string {
  if (shown === 0) return 'Nobody else waits to be shown.';
  const rest =
    left > 0 ? ` ${number(left)} more ${left === 1 ? 'waits' : 'wait'}: press it again.` : ' Nobody else waits.';
  return `The channel shows ${people(shown)} now.${rest}`;
}
