import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, note, record, sender, senderNamed, wayOut } from '../record.ts';

const regulations = 'S.I. 336/2011, reg. 13 (secondary source of May 2026)';
const url = 'https://www.irishstatutebook.ie/eli/2011/si/336/made/en';
const comReg = 'ComReg, register of sender ids, as vendors say (2026)';

export const ie: readonly Rule[] = [
  record('IE/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s table of countries (2026); no law with hours was found',
  }),
  record('IE/consent/1', consent('soft', 12), { basis: 'law', surety: 'likely', source: regulations, url }),
  record('IE/opt_out_text/1', wayOut(...englishWaysOut), { basis: 'law', surety: 'likely', source: regulations, url }),
  record('IE/sender_named/1', senderNamed, { basis: 'law', surety: 'likely', source: regulations, url }),
  record('IE/sender/1', sender('unknown', true), {
    until: '2025-10-03',
    basis: 'carrier',
    surety: 'unsure',
    doubt: 'What held before unregistered names were blocked was not looked for.',
    source: comReg,
  }),
  record('IE/sender/2', sender('registered', true), {
    from: '2025-10-03',
    basis: 'law',
    surety: 'sure',
    source: comReg,
  }),
  record('IE/note/1', note('A sender’s name that is not registered with ComReg is blocked.'), {
    from: '2025-10-03',
    basis: 'law',
    surety: 'sure',
    source: comReg,
  }),
];
