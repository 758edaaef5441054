import { z } from 'zod';
import { Instant, PhoneNumber, UserId } from '../ids.ts';
import { readPlaceKey } from './place-key.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/**
 * Where a person said they live, as a member noted it: it takes the place of what their number and the lists say, in every
 * campaign. `word`: as in `PersonsWord`; null: it was taken back.
 */
export const Residence = z.object({
  number: PhoneNumber,
  word: z
    .object({ country: z.string().optional(), state: z.string().optional(), zone: z.string().optional() })
    .nullable(),
  by: UserId,
  at: Instant,
});
export type Residence = z.infer<typeof Residence>;

/** Where somebody is taken to be: where a list has them, by its `placeKey`; else by their own word, or their number. */
export function whereTaken(
  number: PhoneNumber,
  { listed, residence }: { listed?: string | undefined; residence: Residence | null },
): Whereabouts {
  return readPlaceKey(listed ?? '') ?? whereaboutsOf(number, {}, residence?.word ?? undefined).whereabouts;
}
