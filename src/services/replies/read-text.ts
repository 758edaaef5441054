import { isAutomaticText } from '../../domain/reply/automatic-text.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import { readReply } from '../../domain/reply/opt-out.ts';
import type { Reading } from '../../domain/reply/words/reading.ts';
import { saysWrongPerson } from '../../domain/reply/words/wrong-person.ts';
import type { Attributed } from './who-wrote.ts';

/**
 * A reaction asks for nothing, whatever its emoji. Anything sent with a quotation of ours is a person's own, and a
 * picture beside a START may say no. Somebody looks at these, and at a START of which nobody can tell whose opt-out it
 * lifts or whether it is the older one.
 */
export function readingOf(
  { text: { text, attachment, undated }, isSure }: Attributed,
  { ours, names, name }: { ours: readonly string[]; names: readonly string[]; name: string | null },
): { reading: Reading; isWrongPerson: boolean } {
  if (attachment === 'reaction') return { reading: 'quotation', isWrongPerson: false };
  const reading = readReply(text, { ours, names });
  const isStop = reading === 'opt_out' || reading === 'maybe_opt_out';
  const isWrongPerson = (isStop || reading === 'reply') && saysWrongPerson(text, name);
  if (isWrongPerson) return { reading: isStop ? reading : 'maybe_opt_out', isWrongPerson };
  return { reading: withAttachment(reading, { text, attachment, undated, isSure }), isWrongPerson };
}

function withAttachment(
  reading: Reading,
  { text, attachment, undated, isSure }: Pick<InboundText, 'text' | 'attachment' | 'undated'> & { isSure: boolean },
): Reading {
  if (reading === 'opt_in' && (!isSure || undated)) return 'reply';
  // A picture beside it may say more than the machine.
  if (reading === 'reply' && !attachment && isAutomaticText(text)) return 'automatic';
  return attachment && (reading === 'quotation' || reading === 'opt_in') ? 'reply' : reading;
}
