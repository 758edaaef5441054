import { z } from 'zod';
import { SendingHours } from './sending-hours.ts';
import { Throttle } from './throttle.ts';

/** All that limits how fast and when a campaign sends. `answerWithinSeconds`: null where late replies hold nothing. */
export const PaceLimits = z.object({
  throttle: Throttle,
  hours: SendingHours.nullable(),
  answerWithinSeconds: z.int().nullable(),
});
export type PaceLimits = z.infer<typeof PaceLimits>;
