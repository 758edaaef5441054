import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach, registration } from '../of-states.ts';

export const ri: readonly Rule[] = [
  record('US-RI/hours/1', hours('Mon-Fri 09:00-18:00, Sat 10:00-17:00', 'US-federal', 'US-RI'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.mobiles,
    source: 'R.I. Gen. Laws 5-61-2(2) and 5-61-3.6',
  }),
  registration('US-RI', 1),
];
