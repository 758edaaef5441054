import type { Rule } from '../../rule.ts';
import { blocked, record } from '../record.ts';

export const tr: readonly Rule[] = [
  record(
    'TR/blocked/1',
    blocked('Turkey', 'consents have to stand in a national registry (IYS) that the program cannot see'),
    {
      basis: 'law',
      surety: 'unsure',
      source: 'Vendors’ guides (2026)',
    },
  ),
];
