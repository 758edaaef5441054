import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, note, record, sender } from '../record.ts';

const act = 'Unsolicited Electronic Messages Act 2007';
const url = 'https://www.legislation.govt.nz/act/public/2007/0007/latest/whole.html';

export const nz: readonly Rule[] = [
  record('NZ/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s table of countries (2026); no law with hours was found',
  }),
  record('NZ/consent/1', consent('soft'), {
    basis: 'law',
    surety: 'sure',
    source: `${act}, as the page of the Department of Internal Affairs says`,
    url,
  }),
  record('NZ/note/1', note('Consent may be express, inferred or deemed; the sender has to prove it.'), {
    basis: 'law',
    surety: 'sure',
    source: `${act}, as the page of the Department of Internal Affairs says`,
    url,
  }),
  record(
    'NZ/opt_out_text/1',
    { kind: 'opt_out_text', anyOf: englishWaysOut, sameChannel: true },
    {
      basis: 'law',
      surety: 'sure',
      source: `${act}, s. 11`,
      url,
    },
  ),
  record(
    'NZ/note/2',
    note('The way out is free, works by text for 30 days, and is honoured within 5 working days; here it is at once.'),
    { basis: 'law', surety: 'sure', source: `${act}, s. 11`, url },
  ),
  record('NZ/sender/1', sender('no', true), {
    basis: 'law',
    surety: 'sure',
    doubt: 'Nobody says so in these words: it follows from “the same channel”, because nobody can reply to a name.',
    source: `${act}, s. 11`,
    url,
  }),
];
