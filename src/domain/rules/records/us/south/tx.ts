import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { registration } from '../of-states.ts';

export const tx: readonly Rule[] = [
  record('US-TX/hours/1', hours('Mon-Sat 09:00-21:00, Sun 12:00-21:00'), {
    basis: 'law',
    surety: 'sure',
    doubt:
      'SB 140 names texts since 2025-09-01; the hours are named for residential numbers. They are applied to every text.',
    source: 'Texas Bus. & Com. Code 301.051',
  }),
  registration('US-TX', 1),
];
