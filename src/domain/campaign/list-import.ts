import { z } from 'zod';
import { Answering } from '../answering/answering.ts';
import { Instant, UserId } from '../ids.ts';
import { Seen } from './approval.ts';
import { Campaign, StoredSource } from './campaign.ts';

/** A list that takes a while to read, as its author gave it: noted so that a restart does not lose it. */
export const ListImport = z.object({
  /** The form's submission. */
  id: z.string(),
  by: UserId,
  at: Instant,
  content: Campaign.pick({
    name: true,
    sender: true,
    template: true,
    throttle: true,
    hours: true,
    startAt: true,
    zone: true,
    channel: true,
    answering: true,
    leaveOut: true,
    canary: true,
    notAfter: true,
    consent: true,
  }).extend({ pace: z.enum(['fixed', 'team']).optional(), answering: Answering.optional() }),
  source: StoredSource,
  /** The campaign that gets the list, as it was when it was opened; null: a new one. */
  edited: z.object({ id: Campaign.shape.id, seen: Seen }).nullable(),
  /** How often its reading was begun: a list that ends the program each time is given up. */
  tries: z.int().min(1),
  /** The campaign that it is for has it, and only its end was not noted. A new campaign tells that by its origin. */
  isStored: z.literal(true).optional(),
});
export type ListImport = z.infer<typeof ListImport>;

export const mostTries = 3;
