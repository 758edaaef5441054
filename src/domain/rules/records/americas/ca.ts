import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';

const casl = 'Canada’s Anti-Spam Legislation (CASL), s. 6, 10 and 11';
const url = 'https://laws-lois.justice.gc.ca/eng/acts/E-1.6/';
const crtc = 'CRTC, Unsolicited Telecommunications Rules';

export const ca: readonly Rule[] = [
  record('CA/hours/1', hours('Mon-Fri 09:00-21:30, Sat-Sun 10:00-18:00'), {
    basis: 'law',
    surety: 'unsure',
    doubt: 'These are the hours of telemarketing calls; the law on texts has none. They are applied to texts too.',
    source: crtc,
  }),
  record('CA/hours/2', hours('Mon-Sun 00:00-24:00', 'CA-BC'), {
    basis: 'law',
    surety: 'unsure',
    doubt:
      'One source says that British Columbia bans holidays. Provinces are not told apart, so that its holidays are kept in all of Canada.',
    source: 'One vendor’s guide (2026) on British Columbia',
  }),
  record('CA/consent/1', consent('soft', 24), { basis: 'law', surety: 'sure', source: casl, url }),
  record('CA/note/1', note('Consent is implied for 24 months after a purchase, and for 6 months after an inquiry.'), {
    basis: 'law',
    surety: 'sure',
    source: casl,
    url,
  }),
  record('CA/opt_out_text/1', wayOut(...englishWaysOut, 'ARRET', 'ARRÊT', 'désabonner'), {
    basis: 'law',
    surety: 'sure',
    source: `${casl}; CRTC tip sheet`,
    url,
  }),
  record(
    'CA/note/2',
    note('The way out works for 60 days and is honoured within 10 business days; here it is at once.'),
    {
      basis: 'law',
      surety: 'sure',
      source: casl,
      url,
    },
  ),
  record('CA/sender_named/1', senderNamed, {
    basis: 'carrier',
    surety: 'sure',
    source: 'Carriers in Canada: the business is named in the text',
  }),
  record('CA/sender/1', sender('no', true), {
    basis: 'carrier',
    surety: 'sure',
    source: 'Carriers in Canada: verified toll-free number or short code; no names',
  }),
  record('CA/note/3', note('Of a toll-free number STOP is answered by the carrier itself.'), {
    basis: 'carrier',
    surety: 'sure',
    source: 'Carriers in Canada, toll-free numbers',
  }),
];
