import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const mi: readonly Rule[] = [
  record('US-MI/hours/1', hours('Mon-Sun 09:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.calls,
    source: 'MCL 750.540e(1)(f)',
  }),
];
