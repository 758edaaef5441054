import type { Rule } from '../../rule.ts';
import { consent, europe, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';
import { italianWaysOut } from './ways-out.ts';

export const it: readonly Rule[] = [
  record('IT/hours/1', hours('Mon-Sat 08:00-22:00'), {
    basis: 'carrier',
    surety: 'likely',
    source: 'Twilio, guideline for Italy',
  }),
  record('IT/consent/1', consent('express'), {
    basis: 'law',
    surety: 'likely',
    doubt:
      'The exception for own customers may cover e-mail only; no source was read that says more, so consent is asked for.',
    source: 'Codice Privacy (D.Lgs. 196/2003), art. 130 (secondary source of May 2026)',
  }),
  record('IT/opt_out_text/1', wayOut(...italianWaysOut), { basis: 'law', surety: 'likely', source: europe }),
  record('IT/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: europe }),
  record('IT/sender/1', sender('registered', true), {
    basis: 'law',
    surety: 'likely',
    source: 'AGCOM, delibera 42/13/CIR (secondary)',
  }),
  record('IT/note/1', note('Names of senders are aliases under AGCOM’s rules; people can reply only to a number.'), {
    basis: 'law',
    surety: 'likely',
    source: 'AGCOM, delibera 42/13/CIR (secondary)',
  }),
];
