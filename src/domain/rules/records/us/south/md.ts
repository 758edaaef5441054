import type { Rule } from '../../../rule.ts';
import { cap, hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const md: readonly Rule[] = [
  record('US-MD/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.calls,
    source: 'Maryland Commercial Law 14-4502(c), as of 2026-07-01',
  }),
  record('US-MD/cap/1', cap(3, 24), {
    basis: 'law',
    surety: 'sure',
    doubt: 'Three within 24 hours on the same subject; here every text counts, whatever its subject.',
    source: 'Maryland Commercial Law 14-4502(c), as of 2026-07-01',
  }),
];
