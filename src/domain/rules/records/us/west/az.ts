import type { Rule } from '../../../rule.ts';
import { consent, note, record } from '../../record.ts';

export const az: readonly Rule[] = [
  record('US-AZ/consent/1', consent('express'), {
    basis: 'law',
    surety: 'sure',
    doubt: 'It bans unsolicited sales calls to mobile numbers, from which follows that consent is needed.',
    source: 'A.R.S. 44-1278(B)(3)',
  }),
  record('US-AZ/note/1', note('The hours are those of the United States.'), {
    basis: 'law',
    surety: 'sure',
    source: 'A.R.S. 44-1278',
  }),
];
