import type { Rule } from '../../rule.ts';
import { consent, europe, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';
import { spanishWaysOut } from './ways-out.ts';

const lssi = 'Ley 34/2002 (LSSI), art. 21, as vendors say (2026)';
const register = 'CNMC Circular 1/2026 and Order TDF/149/2025, as vendors say (2026)';
const blocking = 'Sources date the blocking of unregistered names 2026-06-07 and 2026-09-15: the earlier day is taken.';

export const es: readonly Rule[] = [
  record('ES/hours/1', hours('Mon-Sat 08:00-21:00', 'ES'), {
    basis: 'convention',
    surety: 'likely',
    source: 'Vendors’ guides (2026): no Sundays and no holidays; no law with hours was found',
  }),
  record('ES/consent/1', consent('express'), {
    basis: 'law',
    surety: 'likely',
    doubt: 'The text of art. 21 was not opened: it may also allow texts to one’s own customers.',
    source: lssi,
  }),
  record('ES/note/1', note('Look whether people stand on the Lista Robinson before you text them.'), {
    basis: 'law',
    surety: 'likely',
    source: lssi,
  }),
  record('ES/opt_out_text/1', wayOut(...spanishWaysOut), { basis: 'law', surety: 'likely', source: lssi }),
  record('ES/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: europe }),
  record('ES/sender/1', sender('unknown', true), {
    until: '2026-06-07',
    basis: 'carrier',
    surety: 'unsure',
    doubt: `What held before was not looked for. ${blocking}`,
    source: register,
  }),
  record('ES/sender/2', sender('registered', true), {
    from: '2026-06-07',
    basis: 'law',
    surety: 'sure',
    doubt: blocking,
    source: register,
  }),
  record(
    'ES/note/2',
    note('A name has 3 to 11 characters, is no general word, and its registration is valid for 24 months.'),
    { from: '2026-06-07', basis: 'law', surety: 'sure', doubt: blocking, source: register },
  ),
];
