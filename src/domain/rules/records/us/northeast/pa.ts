import type { Rule } from '../../../rule.ts';
import { hours, record } from '../../record.ts';
import { reach } from '../of-states.ts';

export const pa: readonly Rule[] = [
  record('US-PA/hours/1', hours('Mon-Sun 08:00-21:00'), {
    until: '2026-10-18',
    basis: 'law',
    surety: 'likely',
    doubt: reach.calls,
    source: '73 P.S. 2245(a)(1)',
  }),
  record('US-PA/hours/2', hours('Mon-Sat 09:00-19:00'), {
    from: '2026-10-18',
    basis: 'law',
    surety: 'likely',
    doubt: `${reach.calls} Whether Act 47 reaches texts is not settled.`,
    source: '73 P.S. 2245(a)(1), Act 47 of 2026 (SB 992)',
  }),
  record('US-PA/hours/3', hours('Mon-Sun 00:00-24:00', 'US-federal'), {
    from: '2026-10-18',
    basis: 'law',
    surety: 'unsure',
    doubt: 'Only one source says that holidays are closed, and not which: those of the United States are taken.',
    source: 'One source on Act 47 of 2026',
  }),
];
