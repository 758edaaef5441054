import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const la: readonly Rule[] = [
  record('US-LA/hours/1', hours('Mon-Sat 08:00-20:00', 'US-LA'), {
    basis: 'law',
    surety: 'likely',
    doubt: `${reach.residents} Mardi Gras and Good Friday are legal holidays there.`,
    source: 'Louisiana PSC General Order R-29617, § V(A)',
  }),
];
