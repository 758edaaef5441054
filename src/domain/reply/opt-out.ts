import { isPlainOptIn, refusesOptIn } from './opt-in.ts';
import { ownStop } from './own-stop.ts';
import { withHeadings, withoutQuotations } from './quotation/quotation.ts';
import { isStopBehindOurs } from './stop-behind-ours.ts';
import { withoutSignatures } from './words/mail-signature.ts';
import { isKeywordAlone, readWords } from './words/read-words.ts';
import type { Reading } from './words/reading.ts';

/** No phone sends a text this long, and reading it takes its time: a person reads it. */
const longestText = 6_000;

/**
 * What a text from a phone asks for. `opt_out`: only a keyword and courtesies, or an unmistakable phrase.
 * `maybe_opt_out`: a keyword inside a longer sentence, for a person to judge. `opt_in`: only the plain word,
 * politeness, and names of campaigns that the person got (`names`). `quotation`: only a repetition of the texts that
 * this person got from us (`ours`), as phones send it for a reaction. Linear in its length.
 */
export function readReply(
  text: string,
  { ours = [], names = [] }: { ours?: readonly string[]; names?: readonly string[] } = {},
): Reading {
  if (text.length > longestText || text.normalize('NFKC').length > longestText) return 'maybe_opt_out';
  const reading = readAsWritten(text, ours, names);
  const said = withoutSignatures(text);
  if (said === text || (reading !== 'reply' && reading !== 'maybe_opt_out')) return reading;
  // A word that means an end only when alone also does so above a mail program's line.
  const alone = readAsWritten(said, ours, names);
  return alone === 'opt_out' || alone === 'maybe_opt_out' ? alone : reading;
}

function readAsWritten(text: string, ours: readonly string[], names: readonly string[]): Reading {
  if (isKeywordAlone(text)) return readWords(text);
  const said = withoutQuotations(text, ours);
  // "our” STOP" is no "our stop": words on both sides of a quotation's end are no phrase.
  const isQuoting = said !== text;
  if (isPlainOptIn(said, names) && (!isQuoting || isPlainBesideQuotation(text, ours, names))) return 'opt_in';
  const reading = isQuoting && said === '' ? 'quotation' : withoutOptIn(said);
  if (reading === 'opt_out' || (reading !== 'reply' && !isQuoting)) return reading;
  const own = ownStop(text, ours, isQuoting);
  if (own) return isQuoting ? own : 'maybe_opt_out';
  return isStopBehindOurs(text, ours) ? 'maybe_opt_out' : reading;
}

/** Everything above a quotation is the person's; the rest of one in its middle may be ours. */
function isPlainBesideQuotation(text: string, ours: readonly string[], names: readonly string[]): boolean {
  return isPlainOptIn(text.split('\n', 1)[0]!, names) && isPlainOptIn(withHeadings(text, ours), names);
}

/** Only a plain opt-in is one: a person reads the others. */
function withoutOptIn(said: string): Reading {
  const reading = readWords(said);
  if (reading !== 'opt_in' && reading !== 'reply') return reading;
  return refusesOptIn(said) ? 'maybe_opt_out' : 'reply';
}
