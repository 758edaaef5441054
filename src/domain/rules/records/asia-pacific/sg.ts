import type { Rule } from '../../rule.ts';
import { blocked, consent, note, record, sender } from '../record.ts';

const ssir = 'IMDA, SMS Sender ID Registry (SSIR), as vendors say (2023–2026)';
const pdpa = 'Personal Data Protection Act (PDPA), as vendors say (2023–2026)';

export const sg: readonly Rule[] = [
  record('SG/blocked/1', blocked('Singapore', 'a sender has to be registered there by a local company (SSIR)'), {
    basis: 'law',
    surety: 'likely',
    source: ssir,
  }),
  record('SG/note/1', note('No hours are known: a vendor says that there are none.'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s page on Singapore',
  }),
  record('SG/consent/1', consent('express'), { basis: 'law', surety: 'likely', source: pdpa }),
  record('SG/note/2', note('Without consent, nobody is texted who stands on the Do Not Call Registry.'), {
    basis: 'law',
    surety: 'likely',
    source: pdpa,
  }),
  record('SG/sender/1', sender('registered', false), {
    basis: 'law',
    surety: 'sure',
    doubt: 'People mostly cannot reply.',
    source: ssir,
  }),
  record('SG/note/3', note('A sender that is not registered is shown as “Likely-SCAM” or blocked.'), {
    basis: 'law',
    surety: 'sure',
    source: ssir,
  }),
];
