import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach, registration } from '../of-states.ts';

export const ut: readonly Rule[] = [
  record('US-UT/hours/1', hours('Mon-Sat 08:00-21:00', 'US-UT'), {
    basis: 'law',
    surety: 'sure',
    doubt: `${reach.mobiles} It speaks of calls without prior express consent, and is applied to people who agreed too.`,
    source: 'Utah Code 13-25a-103(3)',
  }),
  registration('US-UT', 1),
];
