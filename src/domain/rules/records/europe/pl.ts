import type { Rule } from '../../rule.ts';
import { consent, europe, note, record, senderNamed, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';
import { polishWaysOut } from './ways-out.ts';

const pke = 'Prawo komunikacji elektronicznej (PKE), art. 398, as KIRP and prawo.pl say (2025)';

export const pl: readonly Rule[] = [
  record('PL/consent/1', consent('express'), { from: '2024-11-10', basis: 'law', surety: 'sure', source: pke }),
  record('PL/note/1', note('Companies, too, must have agreed; no exception for own customers was found.'), {
    from: '2024-11-10',
    basis: 'law',
    surety: 'sure',
    source: pke,
  }),
  record('PL/opt_out_text/1', wayOut(...polishWaysOut), { basis: 'law', surety: 'likely', source: europe }),
  record('PL/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: europe }),
  senderNotEstablished('PL'),
];
