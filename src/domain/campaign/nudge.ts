import { z } from 'zod';
import { Instant, UserId } from '../ids.ts';

/** Of those named, nobody feels that it is for others to do. */
export const mostNamed = 3;

/** 1: its thread is told; 2: its channel; 3: somebody was given the replies. */
export const NudgeStep = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type NudgeStep = z.infer<typeof NudgeStep>;

/** One post that says which replies have waited too long; it is edited while any does, then it is over. */
export const Nudge = z.object({
  /** Of its announcement. */
  id: z.string(),
  step: NudgeStep,
  at: Instant,
  /** The members it calls. */
  named: z.array(UserId).max(mostNamed),
  endedAt: Instant.nullable(),
});
export type Nudge = z.infer<typeof Nudge>;

/** When a member was last told in person of replies that are theirs, and at which step; 0: of new ones only. */
export const ToldOwner = z.object({ member: UserId, at: Instant, step: z.int().min(0).max(3) });
export type ToldOwner = z.infer<typeof ToldOwner>;

/** What a campaign's team was nudged about: the last nudge of each step, and the owners who were told. */
export const Nudging = z.object({ nudges: z.array(Nudge), told: z.array(ToldOwner) });
export type Nudging = z.infer<typeof Nudging>;
