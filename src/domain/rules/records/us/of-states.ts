import type { Rule } from '../../rule.ts';
import { note, record } from '../record.ts';

/** Whom a state's words reach. Whichever it is, we apply the rule to every text. */
export const reach = {
  calls: 'The law speaks of calls; it is applied to texts.',
  residents: 'The law speaks of calls to residents or consumers; it is applied to texts.',
  mobiles: 'The law names mobile numbers; it is applied to texts.',
  automatic: 'The law speaks of automatic devices; it is applied to texts.',
};

/** What cannot be checked: whether the sender stands in the state's register. */
export function registration(place: string, number: number): Rule {
  return record(
    `${place}/note/${number}`,
    note(
      'Registration or a bond may be asked of the sender before the first solicitation. The program cannot check it.',
    ),
    { basis: 'law', surety: 'likely', source: `Statutes of ${place.slice(3)} on telephone solicitation` },
  );
}
