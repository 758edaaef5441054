import type { Standstill } from '../../../domain/pace/standstill.ts';
import type { Sentence } from '../parts/sentence.ts';

/** "the SMS provider has taken no message since 16:05 on 23 Nov (Europe/Berlin), because too many come at once." */
export function standstillSentence(
  { since, because }: { since: Date | string; because: Standstill['because'] },
  zone: string,
): Sentence {
  const why = because === 'busy' ? 'it says that too many come at once' : 'it cannot be reached';
  return ['the SMS provider has taken no message since ', { at: since, zone }, `: ${why}.`];
}
