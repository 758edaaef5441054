import type { Rule } from '../../rule.ts';
import { blocked, consent, hours, note, record, sender } from '../record.ts';

const tcccpr =
  'Telecom Commercial Communications Customer Preference Regulations 2018 (TCCCPR), second amendment of February 2025';

export const india: readonly Rule[] = [
  record(
    'IN/blocked/1',
    blocked('India', 'sender, template and consent have to be registered there (DLT) beforehand'),
    {
      basis: 'law',
      surety: 'sure',
      source: tcccpr,
    },
  ),
  record('IN/hours/1', hours('Mon-Sun 10:00-21:00'), {
    basis: 'law',
    surety: 'unsure',
    doubt:
      'Vendors say 09:00–21:00. A start at 10:00 is remembered, and no source was read for it; the later one is taken.',
    source: `${tcccpr}; vendors`,
  }),
  record('IN/consent/1', consent('express'), { basis: 'law', surety: 'likely', source: tcccpr }),
  record('IN/note/1', note('Numbers on the DND registry are not texted; the registered template holds the way out.'), {
    basis: 'law',
    surety: 'likely',
    source: tcccpr,
  }),
  record('IN/sender/1', sender('registered', false), {
    basis: 'law',
    surety: 'sure',
    source: `${tcccpr}: DLT header and template ids`,
  }),
  record('IN/note/2', note('Networks add -P to the name of a sender of promotions.'), {
    basis: 'carrier',
    surety: 'sure',
    source: tcccpr,
  }),
];
