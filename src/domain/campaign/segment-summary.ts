import { z } from 'zod';

/** Whose text lacks what some rule wants in it, by place; `domain/wording` counts it and says what it means. */
export const Wording = z.object({
  /** By which rules, names and kind of sender it was looked at. */
  by: z.string(),
  groups: z.array(
    z.object({
      /** The countries where these people may be, and those of their states that have rules about texts. */
      at: z.array(z.string()),
      /** Ids of rules, and of what holds instead, whose way out it does not show. */
      lacks: z.array(z.string()),
      isUnnamed: z.literal(true).optional(),
      /** The sender is a name, and no link or number is in the text. */
      isUnreachable: z.literal(true).optional(),
      people: z.int(),
    }),
  ),
});
export type Wording = z.infer<typeof Wording>;

/** How the message falls into billed parts, over all recipients including those who opted out. */
export const SegmentSummary = z.object({
  /** The edition of measuring; former versions have none, and did not measure people who had opted out. */
  edition: z.int().optional(),
  total: z.int().min(0),
  most: z.int().min(0),
  encoding: z.enum(['GSM-7', 'UCS-2']),
  /** How many messages take how many parts, the fewest parts first; campaigns measured before this was counted have none. */
  costs: z.array(z.object({ segments: z.int(), people: z.int() })).optional(),
  /** Parts by country, the most first. */
  countries: z.array(z.object({ country: z.string(), people: z.int(), parts: z.int() })).optional(),
  /** List positions of the messages shown: the first, the shortest, the longest, and those with unusual letters. */
  samples: z.array(z.int()).optional(),
  /** Messages that say more than the text itself: links, long numbers, mostly words of the list, or garbled letters. */
  odd: z
    .object({
      people: z.int(),
      links: z.int(),
      /** Those whose only find is something that may be a link. */
      doubtful: z.int().optional(),
      numbers: z.int(),
      long: z.int(),
      garbled: z.int().optional(),
      garbledWord: z.string().optional(),
      hosts: z.array(z.string()),
      /** How many further hosts there are. */
      moreHosts: z.int().optional(),
      doubtfulHosts: z.array(z.string()).optional(),
      nos: z.array(z.int()),
    })
    .optional(),
  /** Messages that cost more segments because of letters that plain SMS lacks and no plain twin replaces. */
  costly: z
    .object({
      people: z.int(),
      /** Parts that these letters cost. */
      more: z.int().optional(),
      most: z.int(),
      letters: z.array(z.string()),
      example: z.string(),
    })
    .optional(),
  /** What plain quotes, hyphens, dots and spaces in the text would save. */
  plainer: z.object({ letters: z.array(z.string()), people: z.int(), saved: z.int() }).optional(),
  /** Drafts of before it was looked at have none. */
  wording: Wording.optional(),
  /** What thank-yous may cost on top: `total` if everybody got their longest one. */
  thankYous: z.object({ total: z.int(), most: z.int() }).optional(),
});
export type SegmentSummary = z.infer<typeof SegmentSummary>;
