import type { Rule } from '../../rule.ts';
import { br } from './br.ts';
import { ca } from './ca.ts';
import { mx } from './mx.ts';

export const americas: readonly Rule[] = [br, ca, mx].flat();
