import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, note, record, sender, senderNamedWithContact, wayOut } from '../record.ts';

const pecr = 'Privacy and Electronic Communications Regulations 2003 (PECR), reg. 22, as guidance of the ICO says';
const url = 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/22';

export const gb: readonly Rule[] = [
  record('GB/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'convention',
    surety: 'likely',
    source: 'A vendor’s table of countries (2026); no law with hours was found',
  }),
  record('GB/consent/1', consent('soft'), { basis: 'law', surety: 'sure', source: pecr, url }),
  record(
    'GB/note/1',
    note(
      'Charities, too, may text without prior consent whoever supported them or asked, for their own purposes: reg. 22(3A).',
    ),
    {
      from: '2026-03-01',
      basis: 'law',
      surety: 'sure',
      doubt: 'In force since February 2026; the day was not read, so it counts from the end of that month.',
      source: 'Data (Use and Access) Act 2025, s. 114; law blog of 2026-06-25',
    },
  ),
  record('GB/opt_out_text/1', wayOut(...englishWaysOut), { basis: 'law', surety: 'sure', source: pecr, url }),
  record('GB/sender_named/1', senderNamedWithContact, {
    basis: 'law',
    surety: 'sure',
    doubt:
      'The text of reg. 23 was not opened: it asks that the sender’s identity is not hidden, and for a valid address.',
    source: 'Privacy and Electronic Communications Regulations 2003 (PECR), reg. 23, as guidance of the ICO says',
  }),
  record('GB/sender/1', sender('free', true), {
    basis: 'carrier',
    surety: 'likely',
    doubt: 'Registration of names is recommended, not required.',
    source: 'Vendors’ pages on the United Kingdom (2026)',
  }),
];
