import type { Rule } from '../../rule.ts';
import { consent, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';

const cnil =
  'CNIL, page on advertising by SMS and MMS; Code des postes et des communications électroniques, art. L34-5';

export const fr: readonly Rule[] = [
  record('FR/hours/1', hours('Mon-Sat 08:30-20:00', 'FR'), {
    basis: 'carrier',
    surety: 'sure',
    doubt:
      'The networks’ window is 08:00–22:00, but two of them were seen to use 08:30–20:00, and a reseller says 08:00–20:00. Ask your provider when the evening ends.',
    source: 'Vonage, page on France; Brevo, Bird and Klaviyo, guides to SMS in France',
  }),
  record('FR/consent/1', consent('soft'), { basis: 'law', surety: 'sure', source: cnil }),
  record('FR/note/1', note('What is not commercial needs no prior consent, but the way out all the same.'), {
    basis: 'law',
    surety: 'sure',
    source: cnil,
  }),
  record('FR/sender_named/1', senderNamed, { basis: 'law', surety: 'sure', source: cnil }),
  record('FR/opt_out_text/1', wayOut('STOP au 36', 'STOP SMS au 36', 'STOP 36'), {
    basis: 'carrier',
    surety: 'sure',
    doubt:
      'The number behind STOP (36 and three digits) is your provider’s: ask for it and for the words it wants. Networks reject texts without it.',
    source: 'Vonage, page on France; Brevo, Bird and Klaviyo, guides to SMS in France',
  }),
  record('FR/sender/1', sender('registered', false), {
    basis: 'carrier',
    surety: 'sure',
    source: 'Vonage, page on France; ARCEP decision of 2023 on numbers',
  }),
  record(
    'FR/note/2',
    note(
      'The sender’s name is registered with the provider beforehand; general words such as INFO or SMS are refused. Numbers that begin with +33 6 or +33 7 are for texts between persons only.',
    ),
    { basis: 'carrier', surety: 'sure', source: 'Vonage, page on France; ARCEP decision of 2023 on numbers' },
  ),
  record('FR/note/3', note('Who texts STOP to 36xxx tells the provider, not us: import the provider’s list of them.'), {
    basis: 'carrier',
    surety: 'sure',
    source: 'Vonage, page on France',
  }),
];
