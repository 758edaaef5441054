import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { registration } from '../of-states.ts';

export const ms: readonly Rule[] = [
  record('US-MS/hours/1', hours('Mon-Sat 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    source: 'Mississippi Code 77-3-723(1) and 77-3-705',
  }),
  registration('US-MS', 1),
];
