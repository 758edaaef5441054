import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const al: readonly Rule[] = [
  record('US-AL/hours/1', hours('Mon-Sat 08:00-20:00', 'US-AL'), {
    basis: 'law',
    surety: 'likely',
    doubt: reach.residents,
    source: 'Alabama Admin. Code 770-X-5-.17(2)',
  }),
];
