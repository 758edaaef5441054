import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';

export const nv: readonly Rule[] = [
  record('US-NV/hours/1', hours('Mon-Sun 09:00-20:00'), {
    basis: 'law',
    surety: 'unsure',
    doubt: 'Sources conflict: some know no hours of Nevada. These are applied.',
    source: 'NRS 598.0918(3)',
  }),
];
