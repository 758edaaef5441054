import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const ma: readonly Rule[] = [
  record('US-MA/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.residents,
    source: 'Massachusetts c. 159C § 3 and 201 CMR 12.02',
  }),
];
