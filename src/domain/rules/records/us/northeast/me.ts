import type { Rule } from '../../../rule.ts';
import { cap, hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

const doubt = `${reach.automatic} Whether it reaches texts to people who agreed is not settled: it is applied to all.`;

export const me: readonly Rule[] = [
  record('US-ME/hours/1', hours('Mon-Fri 09:00-17:00'), {
    basis: 'law',
    surety: 'unsure',
    doubt: doubt,
    source: '10 M.R.S. 1498(3)',
  }),
  record('US-ME/cap/1', cap(1, 8), { basis: 'law', surety: 'unsure', doubt: doubt, source: '10 M.R.S. 1498(3)' }),
];
