import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const ct: readonly Rule[] = [
  record('US-CT/hours/1', hours('Mon-Sun 09:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.mobiles,
    source: 'Conn. Gen. Stat. 42-288a(c), P.A. 23-98',
  }),
];
