import type { Rule } from '../../rule.ts';
import { blocked, consent, hours, keep, note, record, sender, wayOut } from '../record.ts';

const tdra = 'TDRA’s rules as Nexmo (2020), Twilio and ClickSend give them';

export const ae: readonly Rule[] = [
  record(
    'AE/blocked/1',
    blocked(
      'the United Arab Emirates',
      'a sender’s name has to be registered there, and people agree for one named sender',
    ),
    { basis: 'law', surety: 'sure', source: tdra },
  ),
  record('AE/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'law',
    surety: 'likely',
    doubt: 'One source says that the day begins at 07:00, another at 08:00; the later one is taken.',
    source: tdra,
  }),
  record('AE/consent/1', consent('express'), { basis: 'law', surety: 'sure', source: tdra }),
  record('AE/note/1', note('Of each consent its date, time and wording are kept.'), {
    basis: 'law',
    surety: 'sure',
    source: tdra,
  }),
  record('AE/keep/1', keep('consent', 2), { basis: 'carrier', surety: 'likely', source: 'A vendor’s guide (2026)' }),
  record('AE/opt_out_text/1', wayOut('7726'), {
    basis: 'carrier',
    surety: 'sure',
    doubt: 'A short code or link of one’s own may stand in its place.',
    source: tdra,
  }),
  record('AE/sender/1', sender('registered', false, { prefix: 'AD-' }), {
    basis: 'carrier',
    surety: 'sure',
    source: tdra,
  }),
  record(
    'AE/note/2',
    note('A name has at most 11 characters with AD-. Texts with links or numbers in them are refused.'),
    {
      basis: 'carrier',
      surety: 'sure',
      source: tdra,
    },
  ),
];
