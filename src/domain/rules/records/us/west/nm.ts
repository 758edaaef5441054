import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const nm: readonly Rule[] = [
  record('US-NM/hours/1', hours('Mon-Sun 09:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.calls,
    source: 'NMSA 57-12-22(B)(5)',
  }),
];
