import type { Rule } from '../../../rule.ts';
import { cap, hours, note, record } from '../../record.ts';
import { reach, registration } from '../of-states.ts';

export const fl: readonly Rule[] = [
  record('US-FL/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.calls,
    source: 'Fla. Stat. 501.616(6), quoted in October 2026',
  }),
  record('US-FL/cap/1', cap(3, 24), {
    basis: 'law',
    surety: 'sure',
    doubt:
      'Three within 24 hours on the same subject, from whatever number; here every text counts, whatever its subject.',
    source: 'Fla. Stat. 501.616(6), quoted in October 2026',
  }),
  record('US-FL/note/1', note('Somebody with an area code of Florida is presumed to be there.'), {
    basis: 'law',
    surety: 'sure',
    source: 'Fla. Stat. 501.059(8)(d)',
  }),
  registration('US-FL', 2),
];
