import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, note, record, sender, senderNamedWithContact, wayOut } from '../record.ts';

const spamAct = 'Spam Act 2003, as ACMA is quoted by vendors (2026)';
const register = 'ACMA, SMS Sender ID Register, as vendors say (2026)';

export const au: readonly Rule[] = [
  record('AU/note/1', note('No hours are known: a vendor’s table says that there are none.'), {
    basis: 'convention',
    surety: 'likely',
    source: 'Clickatell, page on Australia',
  }),
  record('AU/consent/1', consent('soft'), { basis: 'law', surety: 'sure', source: spamAct }),
  record('AU/note/2', note('Consent may also be inferred from how somebody deals with you.'), {
    basis: 'law',
    surety: 'sure',
    source: spamAct,
  }),
  record('AU/sender_named/1', senderNamedWithContact, { basis: 'law', surety: 'sure', source: spamAct }),
  record('AU/opt_out_text/1', wayOut(...englishWaysOut), { basis: 'law', surety: 'sure', source: spamAct }),
  record(
    'AU/note/3',
    note('The way out costs little, and an opt-out is honoured within 5 working days; here it is at once.'),
    {
      basis: 'law',
      surety: 'likely',
      doubt: 'The five days are from vendors; the text was not opened.',
      source: spamAct,
    },
  ),
  record('AU/sender/1', sender('unknown', true), {
    until: '2026-07-01',
    basis: 'carrier',
    surety: 'unsure',
    doubt: 'What held before the register was not looked for.',
    source: register,
  }),
  record('AU/sender/2', sender('registered', true), {
    from: '2026-07-01',
    basis: 'law',
    surety: 'sure',
    source: register,
  }),
  record(
    'AU/note/4',
    note('A name that is not registered is shown as “Unverified”; people can reply only to a number.'),
    {
      from: '2026-07-01',
      basis: 'law',
      surety: 'sure',
      source: register,
    },
  ),
];
