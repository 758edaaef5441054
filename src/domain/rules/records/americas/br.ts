import type { Rule } from '../../rule.ts';
import { consent, hours, record, sender } from '../record.ts';

export const br: readonly Rule[] = [
  record('BR/hours/1', hours('Mon-Sat 09:00-21:00'), {
    basis: 'carrier',
    surety: 'likely',
    doubt: 'One source says 09:00–22:00 without Sundays, another 08:00–21:00; what both allow is taken.',
    source: 'Twilio, guideline for Brazil; Vero, table of countries',
  }),
  record('BR/consent/1', consent('express'), {
    basis: 'law',
    surety: 'likely',
    source: 'Lei Geral de Proteção de Dados (LGPD), as Twilio’s guideline for Brazil says',
  }),
  record('BR/sender/1', sender('no', true), {
    basis: 'carrier',
    surety: 'likely',
    doubt: 'Texts come from a short code; people can reply only to one.',
    source: 'Twilio, guideline for Brazil',
  }),
];
