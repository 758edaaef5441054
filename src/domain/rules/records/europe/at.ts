import type { Rule } from '../../rule.ts';
import { consent, note, record, sender, senderNamed, wayOut } from '../record.ts';
import { germanWaysOut } from './ways-out.ts';

const tkg = 'Telekommunikationsgesetz 2021 (TKG), § 174, as the ministry’s page says';

export const at: readonly Rule[] = [
  record('AT/note/1', note('No hours are known: a vendor’s table says that none are specified.'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s table of countries (2026)',
  }),
  record('AT/consent/1', consent('soft'), { basis: 'law', surety: 'sure', source: tkg }),
  record(
    'AT/note/2',
    note(
      'It holds for private people and companies. Nobody who stands on the ECG list is texted without consent, one’s own customers included.',
    ),
    { basis: 'law', surety: 'sure', source: tkg },
  ),
  record('AT/opt_out_text/1', wayOut(...germanWaysOut), { basis: 'law', surety: 'sure', source: tkg }),
  record('AT/sender_named/1', senderNamed, { basis: 'law', surety: 'sure', source: tkg }),
  record('AT/sender/1', sender('unknown', false), {
    basis: 'carrier',
    surety: 'unsure',
    doubt:
      'One provider has a form for registering names; whether that is needed, and whether people can reply, is not known.',
    source: 'A provider’s registration form (2026)',
  }),
];
