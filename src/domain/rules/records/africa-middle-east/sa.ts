import type { Rule } from '../../rule.ts';
import { blocked, consent, hours, note, record, sender } from '../record.ts';

const citc = 'CITC decision 395/1439, as Unifonic and msegat give it';

export const sa: readonly Rule[] = [
  record('SA/blocked/1', blocked('Saudi Arabia', 'senders abroad may not send promotions there'), {
    basis: 'law',
    surety: 'likely',
    source: citc,
  }),
  record('SA/hours/1', hours('Mon-Sun 09:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: 'One source says 09:00–22:00, others that the day ends at 21:00; the earlier end is taken.',
    source: citc,
  }),
  record('SA/consent/1', consent('express'), {
    basis: 'law',
    surety: 'likely',
    doubt: 'Sources name only a list of people who want no promotions (DND); consent is asked for all the same.',
    source: citc,
  }),
  record('SA/note/1', note('The network STC wants words in the text that say how to opt out.'), {
    basis: 'carrier',
    surety: 'likely',
    source: citc,
  }),
  record('SA/sender/1', sender('registered', false, { suffix: '-AD' }), {
    basis: 'carrier',
    surety: 'likely',
    source: citc,
  }),
];
