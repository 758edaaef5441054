import type { Rule } from '../../../rule.ts';
import { consent, hours, note, record } from '../../record.ts';
import { reach, registration } from '../of-states.ts';

export const wa: readonly Rule[] = [
  record('US-WA/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'law',
    surety: 'sure',
    doubt: reach.calls,
    source: 'RCW 19.158.110(4)',
  }),
  record('US-WA/consent/1', consent('express'), { basis: 'law', surety: 'sure', source: 'RCW 19.190.060' }),
  record(
    'US-WA/note/1',
    note(
      'No commercial text without clear consent, and whoever assists in one is liable. Texts that recruit count as well.',
    ),
    { basis: 'law', surety: 'sure', source: 'RCW 19.190.060 and an appeal of 2025' },
  ),
  registration('US-WA', 2),
];
