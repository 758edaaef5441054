import type { Rule } from '../../rule.ts';
import { consent, note, record, senderNamed, wayOut } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';
import { frenchWaysOut, germanWaysOut, italianWaysOut } from './ways-out.ts';

const uwg = 'Bundesgesetz gegen den unlauteren Wettbewerb (UWG), art. 3(1)(o) (secondary source of May 2026)';

export const ch: readonly Rule[] = [
  record('CH/consent/1', consent('soft'), { basis: 'law', surety: 'likely', source: uwg }),
  record('CH/note/1', note('Mass advertising without consent is a criminal matter.'), {
    basis: 'law',
    surety: 'likely',
    source: uwg,
  }),
  record('CH/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: uwg }),
  record('CH/opt_out_text/1', wayOut(...new Set([...germanWaysOut, ...frenchWaysOut, ...italianWaysOut])), {
    basis: 'law',
    surety: 'likely',
    source: uwg,
  }),
  senderNotEstablished('CH'),
];
