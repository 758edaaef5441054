import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const wy: readonly Rule[] = [
  record('US-WY/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.residents,
    source: 'Wyo. Stat. 40-12-302(d)',
  }),
];
