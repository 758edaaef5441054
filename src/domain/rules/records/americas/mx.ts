import type { Rule } from '../../rule.ts';
import { consent, hours, record, sender } from '../record.ts';

export const mx: readonly Rule[] = [
  record('MX/hours/1', hours('Mon-Sun 09:00-20:00'), {
    basis: 'carrier',
    surety: 'unsure',
    doubt:
      'One carrier enforces hours that it does not publish; a vendor says of Latin America: not from 20:00 to 09:00.',
    source: 'AWS, page on Mexico; MailUp, guide to Latin America',
  }),
  record('MX/consent/1', consent('express'), {
    basis: 'carrier',
    surety: 'unsure',
    source: 'AWS, page on Mexico; MailUp, guide to Latin America',
  }),
  record('MX/sender/1', sender('unknown', true), {
    basis: 'carrier',
    surety: 'unsure',
    doubt:
      'One vendor registers names, another replaces them by a short code, to which alone people can reply: ask your provider.',
    source: 'Vendors’ pages on Mexico (2026)',
  }),
];
