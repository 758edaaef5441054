import type { Rule } from '../../rule.ts';
import { au } from './au.ts';
import { india } from './in.ts';
import { jp } from './jp.ts';
import { nz } from './nz.ts';
import { kz, my, th, vn } from './seen-on-the-way.ts';
import { sg } from './sg.ts';

export const asiaPacific: readonly Rule[] = [au, india, jp, kz, my, nz, sg, th, vn].flat();
