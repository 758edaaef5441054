import { z } from 'zod';
import { Instant, UserId } from '../ids.ts';
import { LeaveOut } from '../leave-out/leave-out.ts';
import { Canary } from '../pace/canary.ts';
import { Answering } from './answering.ts';

/** What somebody entered behind **More settings** while their form was still open: its window has no room for it. */
export const KeptForm = z.object({
  answering: Answering,
  /** Forms kept before people could be left out have none. */
  leaveOut: LeaveOut.optional(),
  /** Forms kept before a pace could follow the team have none. */
  pace: z.enum(['fixed', 'team']).optional(),
  /** Null: it is tried on nobody first. */
  canary: Canary.nullable().optional(),
  /** Null: it has no last moment. */
  notAfter: Instant.nullable().optional(),
  by: UserId,
  at: Instant,
});
export type KeptForm = z.infer<typeof KeptForm>;

const keptMs = 7 * 86_400_000;
const mostOfAPerson = 20;

/** Whose keys are forgotten when this one is kept: those older than a week, and the person's oldest above twenty. */
export function toForget(kept: ReadonlyMap<string, KeptForm>, key: string, { by, at }: KeptForm): string[] {
  const others = [...kept].filter(([other]) => other !== key);
  const isOld = (form: KeptForm) => Date.parse(form.at) < Date.parse(at) - keptMs;
  const theirs = others
    .filter(([, form]) => form.by === by && !isOld(form))
    .sort(([, one], [, other]) => Date.parse(other.at) - Date.parse(one.at));
  const spare = theirs.slice(mostOfAPerson - 1);
  return [...others.filter(([, form]) => isOld(form)), ...spare].map(([other]) => other);
}
