import type { Rule } from '../../../rule.ts';
import { consent, hours, record } from '../../record.ts';
import { reach, registration } from '../of-states.ts';

export const nj: readonly Rule[] = [
  record('US-NJ/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: `${reach.mobiles} A vendor’s table says that the day ends at 20:00.`,
    source: 'N.J.S.A. 56:8-128(c)',
  }),
  record('US-NJ/consent/1', consent('express'), {
    basis: 'law',
    surety: 'likely',
    doubt: 'It bans unsolicited sales calls to mobile numbers, from which follows that consent is needed.',
    source: 'N.J.S.A. 56:8-130',
  }),
  registration('US-NJ', 1),
];
