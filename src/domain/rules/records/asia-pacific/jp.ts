import type { Rule } from '../../rule.ts';
import { blocked, consent, note, record } from '../record.ts';
import { senderNotEstablished } from '../sender-not-established.ts';

const act = 'Act on Regulation of Transmission of Specified Electronic Mail (secondary source of May 2026)';

export const jp: readonly Rule[] = [
  record('JP/blocked/1', blocked('Japan', 'no source was read that says enough about its rules'), {
    basis: 'house',
    surety: 'unsure',
    source: act,
  }),
  record('JP/consent/1', consent('express'), { basis: 'law', surety: 'unsure', source: act }),
  record('JP/note/1', note('Networks filter texts with links.'), {
    basis: 'carrier',
    surety: 'unsure',
    source: 'Looked for in vendors’ tables (2026)',
  }),
  senderNotEstablished('JP'),
];
