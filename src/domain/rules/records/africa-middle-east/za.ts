import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, note, record, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';

const cpa = 'Consumer Protection Act 68 of 2008, s. 12, and its Regulations, reg. 4';

export const za: readonly Rule[] = [
  record('ZA/hours/1', hours('Mon-Fri 08:00-20:00, Sat 09:00-13:00', 'ZA'), {
    basis: 'law',
    surety: 'sure',
    source: cpa,
  }),
  record(
    'ZA/note/1',
    note(
      'The moment of dispatch counts, and the sender has to prove it. A person may agree to be texted at other times.',
    ),
    { basis: 'law', surety: 'sure', source: cpa },
  ),
  record('ZA/consent/1', consent('express'), {
    basis: 'law',
    surety: 'sure',
    doubt: 'The text of s. 69 was not opened.',
    source: 'Protection of Personal Information Act (POPIA), s. 69',
  }),
  record('ZA/opt_out_text/1', wayOut(...englishWaysOut), { basis: 'law', surety: 'sure', source: cpa }),
  senderNotEstablished('ZA'),
];
