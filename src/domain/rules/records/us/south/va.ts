import type { Rule } from '../../../rule.ts';
import { hours, keep, note, record } from '../../record.ts';

export const va: readonly Rule[] = [
  record('US-VA/hours/1', hours('Mon-Sun 08:00-21:00'), {
    from: '2026-01-01',
    basis: 'law',
    surety: 'likely',
    source: 'Va. Code 59.1-511',
  }),
  record('US-VA/keep/1', keep('opt_out', 10), {
    from: '2026-01-01',
    basis: 'law',
    surety: 'likely',
    source: 'Va. Code 59.1-511: a STOP binds for ten years',
  }),
  record('US-VA/note/1', note('The area code of a number counts, wherever the person is.'), {
    basis: 'law',
    surety: 'sure',
    source: 'Va. Code 59.1-510',
  }),
];
