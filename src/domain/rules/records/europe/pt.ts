import type { Rule } from '../../rule.ts';
import { consent, record, senderNamed, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';
import { portugueseWaysOut } from './ways-out.ts';

const lei = 'Lei 41/2004, art. 13-A (secondary source of May 2026)';

export const pt: readonly Rule[] = [
  record('PT/consent/1', consent('soft'), { basis: 'law', surety: 'likely', source: lei }),
  record('PT/opt_out_text/1', wayOut(...portugueseWaysOut), { basis: 'law', surety: 'likely', source: lei }),
  record('PT/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: lei }),
  senderNotEstablished('PT'),
];
