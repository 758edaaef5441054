import type { Rule } from '../../rule.ts';
import { consent, englishWaysOut, hours, keep, note, record, sender, senderNamed, wayOut } from '../record.ts';

const tcpa = '47 CFR 64.1200';
const url = 'https://www.ecfr.gov/current/title-47/section-64.1200';
const ctia = 'CTIA, Messaging Principles and Best Practices (2023)';
const carriers = 'Carriers in the United States; CTIA, Messaging Principles and Best Practices (2023)';

export const us: readonly Rule[] = [
  record('US/hours/1', hours('Mon-Sun 08:00-21:00'), {
    basis: 'law',
    surety: 'sure',
    doubt:
      'Whether consent lifts these hours is in dispute before the courts and the FCC (petition of March 2025, undecided in May 2026): they are applied.',
    source: `${tcpa}(c)(1) and 16 CFR 310.4(c) (eCFR as of 2026-09-28)`,
    url,
  }),
  record(
    'US/note/1',
    note(
      'The hours of the place where the person is count. An area code does not prove where that is; Virginia and South Carolina count the area code itself.',
    ),
    {
      basis: 'law',
      surety: 'sure',
      source: `${tcpa}(c)(1); Fla. Stat. 501.059(8)(d); Va. Code 59.1-510; S.C. Code 37-21-20`,
    },
  ),
  record('US/consent/1', consent('express_written'), {
    basis: 'law',
    surety: 'sure',
    source: `${tcpa}(f)(9)`,
    url,
  }),
  record(
    'US/note/2',
    note(
      'The consent names seller and number, is no condition of a purchase, and may be signed electronically; the sender has to prove it. The rule of one consent for one seller was struck down on 2025-01-24.',
    ),
    { basis: 'law', surety: 'sure', source: `${tcpa}(f)(9)`, url },
  ),
  record('US/note/3', note('Numbers on the do-not-call registry: a copy of it is at most 31 days old.'), {
    basis: 'law',
    surety: 'sure',
    source: `${tcpa}(c)(2) and (d)`,
    url,
  }),
  record('US/keep/1', keep('opt_out', 5), { basis: 'law', surety: 'sure', source: `${tcpa}(d)(6)`, url }),
  record('US/keep/2', keep('consent', 5), { basis: 'law', surety: 'sure', source: '16 CFR 310.5' }),
  record('US/keep/3', keep('sends', 5), { basis: 'law', surety: 'sure', source: '16 CFR 310.5' }),
  record(
    'US/note/4',
    note(
      'A number that has gone to somebody else is excused only after a query of the FCC’s database with the consent’s date.',
    ),
    { basis: 'law', surety: 'sure', source: `${tcpa}(m)`, url },
  ),
  record('US/note/5', note('Each text against these rules can cost 500 to 1,500 dollars.'), {
    basis: 'law',
    surety: 'sure',
    source: '47 USC 227(b)(3)',
    url: 'https://www.law.cornell.edu/uscode/text/47/227',
  }),
  record('US/opt_out_text/1', wayOut(...englishWaysOut), {
    appliesTo: 'all',
    basis: 'carrier',
    surety: 'sure',
    source: `${ctia}: “Reply STOP to opt out”`,
  }),
  record(
    'US/note/6',
    note(
      'Any reasonable way of saying stop counts and is honoured within 10 business days; here it is at once. Where replies cannot arrive, each text must say so and give another way.',
    ),
    {
      basis: 'law',
      surety: 'sure',
      doubt:
        'FCC 26-67, adopted on 2026-09-30, lets a sender name one exclusive way; it is in force 30 days after it stands in the Federal Register, and that day is not known. The stricter rule is kept.',
      source: `${tcpa}(a)(10)–(11); FCC news release DOC-425498A1`,
      url,
    },
  ),
  record(
    'US/note/7',
    note('After an opt-out one confirmation without marketing may follow within 5 minutes, and nothing else.'),
    {
      basis: 'law',
      surety: 'sure',
      source: `${tcpa}(a)(12), since 2024-04-04`,
      url,
    },
  ),
  record(
    'US/note/8',
    note('That a stop to one informational text stops all texts is waived until then; here it stops all.'),
    {
      until: '2027-02-01',
      basis: 'law',
      surety: 'sure',
      source: 'FCC, DA 26-12 of 2026-01-06: waived to 2027-01-31',
    },
  ),
  record('US/sender_named/1', senderNamed, { appliesTo: 'all', basis: 'carrier', surety: 'sure', source: ctia }),
  record(
    'US/note/9',
    note(
      'The first text of a recurring programme gives its name, how to get help, how to opt out, how often texts come, and “Msg & data rates may apply”.',
    ),
    { basis: 'carrier', surety: 'sure', source: ctia },
  ),
  record('US/note/10', note('Lists that were rented, bought or shared are not texted.'), {
    basis: 'carrier',
    surety: 'sure',
    source: ctia,
  }),
  record('US/sender/1', sender('no', true), { basis: 'carrier', surety: 'sure', source: carriers }),
  record(
    'US/note/11',
    note(
      'Numbers are registered (10DLC), verified (toll-free) or short codes. Of a toll-free number STOP is answered by the carrier itself.',
    ),
    { basis: 'carrier', surety: 'sure', source: carriers },
  ),
  record(
    'US/note/12',
    note(
      'Several states ask for registration or a bond before the first solicitation: those of which it is said here, and others.',
    ),
    {
      basis: 'law',
      surety: 'likely',
      source: 'Statutes of TX, FL, MS, NJ, RI, UT, WA and others',
    },
  ),
  record(
    'US/note/13',
    note(
      'Illinois, Missouri, North Carolina, New York, North Dakota, South Carolina, Tennessee and Wisconsin have hours of their own that are those of the United States.',
    ),
    {
      basis: 'law',
      surety: 'likely',
      source: 'Statutes of IL, MO, NC, NY, ND, SC, TN and WI',
    },
  ),
];
