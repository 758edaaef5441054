import type { Rule } from '../../../rule.ts';
import { cap, hours, note, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const ok: readonly Rule[] = [
  record('US-OK/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: `${reach.calls} One source says that the day ends at 21:00.`,
    source: '15 O.S. 775C.4 (Justia, 2025)',
  }),
  record('US-OK/cap/1', cap(3, 24), {
    basis: 'law',
    surety: 'sure',
    doubt: 'Three within 24 hours on the same subject; here every text counts, whatever its subject.',
    source: '15 O.S. 775C.4 (Justia, 2025)',
  }),
  record('US-OK/note/1', note('Somebody with an area code of Oklahoma is presumed to be there.'), {
    basis: 'law',
    surety: 'sure',
    source: '15 O.S. 775C.4 (Justia, 2025)',
  }),
];
