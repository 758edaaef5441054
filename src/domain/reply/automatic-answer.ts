import type { PersonKey } from '../phone/person.ts';
import { readReply } from './opt-out.ts';

/** The program's own answer after a STOP or a HELP; `cause`: when the text that it answers was written. */
export type AutomaticAnswer = { person: PersonKey; kind: 'opt_out' | 'help'; cause: string; atMs: number };

/** People who opt in and out again and again are told at most this often a day. */
const mostPerPerson = 3;
const dayMs = 86_400_000;

/**
 * May one more leave, after those of the last day? `again`: this person has had theirs; `lid`: none is left of what an
 * installation may give in 24 hours.
 */
export function mayAnswer(
  given: readonly AutomaticAnswer[],
  next: AutomaticAnswer,
  perDay: number,
): 'yes' | 'again' | 'lid' {
  const today = withinADay(given, next.atMs);
  const own = today.filter(({ person }) => person === next.person);
  const isAgain = own.some(({ kind, cause }) => kind === next.kind && (kind === 'help' || cause === next.cause));
  if (isAgain || own.length >= mostPerPerson) return 'again';
  return today.length >= perDay ? 'lid' : 'yes';
}

export function withinADay(given: readonly AutomaticAnswer[], nowMs: number): AutomaticAnswer[] {
  return given.filter(({ atMs }) => atMs > nowMs - dayMs);
}

/** The text is, or contains, one of the program's own: answering it would go on for ever. */
export function isEcho(text: string, ours: readonly string[]): boolean {
  const said = lettersOf(text);
  return ours.some((own) => said.includes(lettersOf(own))) || readReply(text, { ours }) === 'quotation';
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
