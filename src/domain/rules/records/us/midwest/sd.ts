import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const sd: readonly Rule[] = [
  record('US-SD/hours/1', hours('Mon-Sat 09:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.residents,
    source: 'SDCL 37-30A-3(2)',
  }),
];
