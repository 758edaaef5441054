import type { Rule } from '../../rule.ts';
import { consent, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';
import { germanWaysOut } from './ways-out.ts';

const uwg = 'Gesetz gegen den unlauteren Wettbewerb (UWG), § 7, as FEDMA’s guide and a vendor (2026) quote it';
const url = 'https://www.gesetze-im-internet.de/uwg_2004/__7.html';

export const de: readonly Rule[] = [
  record('DE/hours/1', hours('Mon-Sun 08:00-20:00'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s guide (2026); no law with hours was found',
  }),
  record('DE/consent/1', consent('soft'), {
    basis: 'law',
    surety: 'sure',
    source: 'Gesetz gegen den unlauteren Wettbewerb (UWG), § 7, also (3) for own customers',
    url,
  }),
  record(
    'DE/note/1',
    note('Consent must be explicit, from companies too, and competitors can sue; a double opt-in is the proof.'),
    { basis: 'law', surety: 'sure', source: uwg, url },
  ),
  record('DE/opt_out_text/1', wayOut(...germanWaysOut), { basis: 'law', surety: 'sure', source: uwg, url }),
  record(
    'DE/note/2',
    note('Each text says that one may object at any time at no more than the basic rates of the network.'),
    { basis: 'law', surety: 'sure', source: uwg, url },
  ),
  record('DE/sender_named/1', senderNamed, { basis: 'law', surety: 'sure', source: uwg, url }),
  record('DE/sender/1', sender('free', true), {
    basis: 'carrier',
    surety: 'likely',
    doubt: 'One vendor says so, early in 2026.',
    source: 'A vendor’s guide (early 2026): no registration',
  }),
];
