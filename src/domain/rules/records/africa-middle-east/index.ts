import type { Rule } from '../../rule.ts';
import { ae } from './ae.ts';
import { sa } from './sa.ts';
import { tr } from './tr.ts';
import { za } from './za.ts';

export const africaAndMiddleEast: readonly Rule[] = [ae, sa, tr, za].flat();
