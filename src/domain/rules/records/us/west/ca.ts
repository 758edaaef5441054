import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const ca: readonly Rule[] = [
  record('US-CA/hours/1', hours('Mon-Sun 09:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.automatic,
    source: 'Cal. Pub. Util. Code 2872',
  }),
];
