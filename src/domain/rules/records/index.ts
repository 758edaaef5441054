import type { Rule } from '../rule.ts';
import { africaAndMiddleEast } from './africa-middle-east/index.ts';
import { americas } from './americas/index.ts';
import { asiaPacific } from './asia-pacific/index.ts';
import { europe } from './europe/index.ts';
import { unitedStates } from './us/index.ts';

/** What is known of every place, in the order of its name. A country that has no record here is blocked. */
export const knownRules: readonly Rule[] = [unitedStates, americas, europe, asiaPacific, africaAndMiddleEast]
  .flat()
  .toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
