import type { Reading } from './conversation.ts';
import { ownStop } from './own-stop.ts';
import { withoutQuotations } from './quotation.ts';
import { isKeywordAlone, readWords } from './read-words.ts';
import { isStopBehindOurs } from './stop-behind-ours.ts';

/** No phone sends a text of so many characters, and reading it would take its time: a person reads it. */
const longestText = 6_000;

/**
 * What a text from a phone asks for. `opt_out`: nothing but a keyword and courtesies, or a phrase that cannot mean
 * anything else. `maybe_opt_out`: a keyword inside a longer sentence, which a person has to judge. `quotation`: nothing
 * but a repetition of the texts that this person got from us (`ours`), as phones send it for a reaction. Linear in its length.
 */
export function readReply(text: string, { ours = [] }: { ours?: readonly string[] } = {}): Reading {
  if (text.length > longestText || text.normalize('NFKC').length > longestText) return 'maybe_opt_out';
  if (isKeywordAlone(text)) return readWords(text);
  const said = withoutQuotations(text, ours);
  // "our” STOP" is no "our stop": words on both sides of a quotation's end are nobody's phrase.
  const isQuoting = said !== text;
  const reading = isQuoting && said === '' ? 'quotation' : readWords(said);
  if (reading === 'opt_out' || (reading !== 'reply' && !isQuoting)) return reading;
  const own = ownStop(text, ours, isQuoting);
  if (own) return isQuoting ? own : 'maybe_opt_out';
  return isStopBehindOurs(text, ours) ? 'maybe_opt_out' : reading;
}
