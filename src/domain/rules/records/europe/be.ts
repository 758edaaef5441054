import type { Rule } from '../../rule.ts';
import { consent, europe, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';
import { dutchWaysOut, frenchWaysOut, germanWaysOut } from './ways-out.ts';

const wer =
  'Wetboek van economisch recht, art. XII.13, and Royal Decree of 4 April 2003 (secondary source of May 2026)';

export const be: readonly Rule[] = [
  record('BE/hours/1', hours('Mon-Sun 09:00-20:00'), {
    basis: 'convention',
    surety: 'unsure',
    doubt:
      'One vendor uses 09:00–20:00; another says, undated, that there are no restrictions. The narrower one is taken.',
    source: 'Ometria, table of countries; another vendor’s page (undated)',
  }),
  record('BE/consent/1', consent('soft'), { basis: 'law', surety: 'likely', source: wer }),
  record('BE/opt_out_text/1', wayOut(...new Set([...dutchWaysOut, ...frenchWaysOut, ...germanWaysOut])), {
    basis: 'law',
    surety: 'likely',
    source: wer,
  }),
  record('BE/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: europe }),
  record('BE/sender/1', sender('unknown', false), {
    basis: 'carrier',
    surety: 'unsure',
    doubt:
      'A vendor says, undated, that every sender is replaced by a short code; whether people can reply is not known.',
    source: 'A vendor’s page on Belgium (undated)',
  }),
  record('BE/note/1', note('Links in the text must stand on the networks’ list of allowed ones.'), {
    basis: 'carrier',
    surety: 'unsure',
    source: 'A vendor’s page on Belgium (undated)',
  }),
];
