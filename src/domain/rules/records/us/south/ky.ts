import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const ky: readonly Rule[] = [
  record('US-KY/hours/1', hours('Mon-Sun 10:00-21:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.residents,
    source: 'KRS 367.46955(16)',
  }),
];
