import { z } from 'zod';

const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:30');
const Day = z.iso.date();

/** The days on which a place is closed: dates checked in under `holidays/`. */
export const HolidaySet = z.string().regex(/^[A-Z]{2}(-[A-Za-z]+)?$/);
export type HolidaySet = z.infer<typeof HolidaySet>;

/** One stretch of a week by the wall clock: from inclusive, to exclusive. ISO weekdays: Monday is 1. */
export const WeekHours = z
  .strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: WallTime, to: WallTime })
  .refine(({ from, to }) => from < to, 'must begin before it ends; write two of them for hours over midnight');
export type WeekHours = z.infer<typeof WeekHours>;

/** What a place asks. Of several that apply the strictest wins; `blocked` beats all. */
export const Says = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hours'),
    windows: z.array(WeekHours).min(1),
    closedOn: z.array(HolidaySet).optional(),
  }),
  /** `soft`: one's own customers, for similar goods, who may refuse; after `softMonths` without dealings it has lapsed. */
  z.strictObject({
    kind: z.literal('consent'),
    needs: z.enum(['express_written', 'express', 'soft']),
    softMonths: z.int().min(1).optional(),
  }),
  /** The text must say who sends it; `contact`: and how to reach them. */
  z.strictObject({ kind: z.literal('sender_named'), contact: z.boolean() }),
  /**
   * The text must show a way out: one of these, as a word or phrase in any case; common words such as STOP in capitals, in
   * quotation marks, or where the text asks to send them. One that ends in fewer than four digits begins a number that the
   * provider gives: more digits follow. `sameChannel`: the sender must take replies.
   */
  z.strictObject({
    kind: z.literal('opt_out_text'),
    anyOf: z.array(z.string().min(2)).min(1),
    sameChannel: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('sender'),
    /** `unknown`: not established, so that an admin confirms it before such a sender is used. */
    alphanumeric: z.enum(['no', 'free', 'registered', 'unknown']),
    /** Can people answer a text that comes from a number? Nobody can answer a name, anywhere. */
    replies: z.boolean(),
    affix: z.strictObject({ prefix: z.string().optional(), suffix: z.string().optional() }).optional(),
  }),
  /** At most so many texts to one number in a rolling time. */
  z.strictObject({ kind: z.literal('cap'), max: z.int().min(1), perHours: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('keep'), what: z.enum(['consent', 'opt_out', 'sends']), years: z.int().min(1) }),
  /** Nothing that the program can check: shown to who asks and to who approves. */
  z.strictObject({ kind: z.literal('note'), text: z.string().min(1) }),
  z.strictObject({ kind: z.literal('blocked'), because: z.string().min(1) }),
]);
export type Says = z.infer<typeof Says>;

/** ISO 3166-1 or -2, such as `FR` or `US-FL`; `*` is everywhere. */
export const Place = z.string().regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)$/, 'must be a place such as FR or US-FL, or *');
export type Place = z.infer<typeof Place>;

/**
 * One thing that a place asks, with where that was read. `id`: `FR/hours/1`; before it `house/` or `operator/`, whose rule
 * it is if nobody else's. `from` and `until` (exclusive): the days by the place's own clock on which it is in force. Times
 * are local.
 */
export const Rule = z.object({
  id: z.string().regex(/^((house|operator)\/)?(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?)\/[a-z_]+\/\d+$/),
  place: Place,
  appliesTo: z.enum(['marketing', 'all']),
  says: Says,
  from: Day.optional(),
  until: Day.optional(),
  basis: z.enum(['law', 'carrier', 'convention', 'house', 'operator']),
  surety: z.enum(['sure', 'likely', 'unsure']),
  /** What is not settled about it, in a sentence for the person who reads the rule. */
  doubt: z.string().optional(),
  source: z.object({
    title: z.string().min(1),
    url: z.url().optional(),
    readOn: Day,
    quote: z.string().optional(),
  }),
  /** Of a rule of the operator: who entered it, and why. */
  entered: z.object({ by: z.string(), because: z.string() }).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** Says it of hours, caps and so on: the rules of one kind among others. */
export type RuleOf<K extends Says['kind']> = Rule & { says: Extract<Says, { kind: K }> };

export function isOf<K extends Says['kind']>(kind: K): (rule: Rule) => rule is RuleOf<K> {
  return (rule): rule is RuleOf<K> => rule.says.kind === kind;
}

/** By the date on the place's own calendar, such as 2026-11-28. */
export function isInForce(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  day: string,
): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/** Its source was read more than twelve months ago: somebody should look again. Our own rules and the operator's have none. */
export function isStale(rule: Pick<Rule, 'id' | 'source'>, now: Date): boolean {
  if (/^(house|operator)\//.test(rule.id)) return false;
  const year = Number(rule.source.readOn.slice(0, 4)) + 1;
  return now.toISOString().slice(0, 10) > `${year}${rule.source.readOn.slice(4)}`;
}
