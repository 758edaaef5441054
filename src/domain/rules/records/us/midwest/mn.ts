import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const mn: readonly Rule[] = [
  record('US-MN/hours/1', hours('Mon-Sun 09:00-21:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.residents,
    source: 'Minn. Stat. 325E.30',
  }),
];
