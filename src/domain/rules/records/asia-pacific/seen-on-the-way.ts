import type { Rule } from '../../rule.ts';
import { blocked, hours, record } from '../record.ts';

/** Countries of which only what their networks do was seen: nobody there is texted before somebody has looked further. */
const source = 'Carriers’ policy, as vendors’ guides say (2026)';
const because = 'only its networks’ hours are known, not its law';

export const th: readonly Rule[] = [
  record('TH/blocked/1', blocked('Thailand', because), { basis: 'house', surety: 'unsure', source }),
  record('TH/hours/1', hours('Mon-Sun 09:00-21:00'), { basis: 'carrier', surety: 'unsure', source }),
];

export const my: readonly Rule[] = [
  record('MY/blocked/1', blocked('Malaysia', because), { basis: 'house', surety: 'unsure', source }),
  record('MY/hours/1', hours('Mon-Sun 08:00-20:00'), { basis: 'carrier', surety: 'unsure', source }),
];

export const kz: readonly Rule[] = [
  record('KZ/blocked/1', blocked('Kazakhstan', because), { basis: 'house', surety: 'unsure', source }),
  record('KZ/hours/1', hours('Mon-Sun 09:00-22:00'), { basis: 'carrier', surety: 'unsure', source }),
];

export const vn: readonly Rule[] = [
  record('VN/blocked/1', blocked('Vietnam', 'its networks take no promotions'), {
    basis: 'carrier',
    surety: 'unsure',
    source,
  }),
];
