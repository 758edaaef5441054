import type { Rule } from '../../rule.ts';
import { consent, europe, record, senderNamed, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';
import { swedishWaysOut } from './ways-out.ts';

const mfl = 'Marknadsföringslagen (2008:486), § 19 (secondary source of May 2026)';

export const se: readonly Rule[] = [
  record('SE/consent/1', consent('soft'), { basis: 'law', surety: 'likely', source: mfl }),
  record('SE/opt_out_text/1', wayOut(...swedishWaysOut), { basis: 'law', surety: 'likely', source: europe }),
  record('SE/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: europe }),
  senderNotEstablished('SE'),
];
