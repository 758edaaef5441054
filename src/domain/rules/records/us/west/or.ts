import type { Rule } from '../../../rule.ts';
import { cap, hours, record } from '../../record.ts';

export const oregon: readonly Rule[] = [
  record('US-OR/hours/1', hours('Mon-Sun 08:00-20:00'), {
    from: '2026-01-01',
    basis: 'law',
    surety: 'sure',
    source: 'ORS 646.563(1)(b), HB 3865',
  }),
  record('US-OR/cap/1', cap(3, 24), {
    from: '2026-01-01',
    basis: 'law',
    surety: 'sure',
    doubt: 'It is lifted for customers of the last 18 months; here it holds for all.',
    source: 'ORS 646.563(1)(b), HB 3865',
  }),
];
