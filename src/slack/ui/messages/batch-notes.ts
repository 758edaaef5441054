import type { Note } from '../../../domain/campaign/announcement.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { listed, number } from '../words/number-words.ts';

export type BatchNote = Extract<Note, { kind: 'batch' }>;
type Counted = Pick<BatchNote, 'accepted' | 'refused' | 'unconfirmed'>;

/** Batch reports that waited to be posted, as one message. When the next batch leaves is said where it is kept true. */
export function mergeBatchNotes(notes: readonly BatchNote[]): Message {
  const inOrder = [...notes].sort((a, b) => a.no - b.no);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return message([['No batch has left.']], [richText(lines(['No batch has left.']))]);
  const sum = inOrder.reduce<Counted>(
    (so, note) => ({
      accepted: so.accepted + note.accepted,
      refused: so.refused + note.refused,
      unconfirmed: so.unconfirmed + note.unconfirmed,
    }),
    { accepted: 0, refused: 0, unconfirmed: 0 },
  );
  const which =
    first === last
      ? `Batch ${number(first.no)}`
      : `Batches ${number(first.no)} ${last.no === first.no + 1 ? 'and' : 'to'} ${number(last.no)}`;
  const end = last.nextAt ? '' : ' It was the last batch.';
  const sentence: Sentence = [`${which}: ${whatBecame(sum)}.${end}`];
  return message([sentence], [richText(lines(sentence))]);
}

/** "50 sent, 1 failed" */
function whatBecame({ accepted, refused, unconfirmed }: Counted): string {
  const parts = [`${number(accepted)} sent`];
  if (refused > 0) parts.push(`${number(refused)} failed`);
  if (unconfirmed > 0) parts.push(`${number(unconfirmed)} unconfirmed`);
  return parts.length > 2 ? listed(parts) : parts.join(', ');
}
