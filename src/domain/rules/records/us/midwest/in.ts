import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const indiana: readonly Rule[] = [
  record('US-IN/hours/1', hours('Mon-Sun 09:00-20:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.automatic,
    source: 'Indiana Code 24-5-14-8',
  }),
];
