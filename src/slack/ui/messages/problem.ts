import { shown } from '../../limits.ts';
import { cut, inert } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';

/** A rule that somebody broke, in the words of the rule. */
export function problemMessage(sentence: string): Message {
  return said(readSentence(cut(inert(sentence), shown.sentence)));
}

/** Something that nobody foresaw: the reference finds it in the log. */
export function bugMessage(reference: string): Message {
  return said([
    'Something went wrong in Trickle. Check how the campaign stands before you try again. If it happens again, give the reference ',
    { code: cut(reference, 60) },
    ' to whoever runs Trickle.',
  ]);
}

function said(sentence: Sentence): Message {
  return message([sentence], [richText(lines(sentence))]);
}
