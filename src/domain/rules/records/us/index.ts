import type { Rule } from '../../rule.ts';
import { indiana } from './midwest/in.ts';
import { mi } from './midwest/mi.ts';
import { mn } from './midwest/mn.ts';
import { sd } from './midwest/sd.ts';
import { ct } from './northeast/ct.ts';
import { ma } from './northeast/ma.ts';
import { me } from './northeast/me.ts';
import { nj } from './northeast/nj.ts';
import { pa } from './northeast/pa.ts';
import { ri } from './northeast/ri.ts';
import { al } from './south/al.ts';
import { fl } from './south/fl.ts';
import { ky } from './south/ky.ts';
import { la } from './south/la.ts';
import { md } from './south/md.ts';
import { ms } from './south/ms.ts';
import { ok } from './south/ok.ts';
import { tx } from './south/tx.ts';
import { va } from './south/va.ts';
import { us } from './us.ts';
import { az } from './west/az.ts';
import { ca } from './west/ca.ts';
import { nm } from './west/nm.ts';
import { nv } from './west/nv.ts';
import { oregon } from './west/or.ts';
import { ut } from './west/ut.ts';
import { wa } from './west/wa.ts';
import { wy } from './west/wy.ts';

export const unitedStates: readonly Rule[] = [
  us,
  al,
  fl,
  ky,
  la,
  md,
  ms,
  ok,
  tx,
  va,
  ct,
  ma,
  me,
  nj,
  pa,
  ri,
  indiana,
  mi,
  mn,
  sd,
  az,
  ca,
  nm,
  nv,
  oregon,
  ut,
  wa,
  wy,
].flat();
