import type { Rule } from '../../rule.ts';
import { consent, record, senderNamed, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';
import { dutchWaysOut } from './ways-out.ts';

const tw = 'Telecommunicatiewet, art. 11.7 (secondary source of May 2026)';

export const nl: readonly Rule[] = [
  record('NL/consent/1', consent('soft'), { basis: 'law', surety: 'likely', source: tw }),
  record('NL/opt_out_text/1', wayOut(...dutchWaysOut, 'opt out', 'opt-out'), {
    basis: 'law',
    surety: 'likely',
    source: tw,
  }),
  record('NL/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: tw }),
  senderNotEstablished('NL'),
];
