import type { Instant } from '../../../domain/ids.ts';
import { countSegments } from '../../../domain/message/segments.ts';
import { countryOf } from '../../../domain/phone/phone-number.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { type MissedBecause, mostTyped } from '../../../domain/reply/group.ts';
import { waitingSince } from '../../../domain/reply/waiting.ts';
import type { Deps } from '../../deps.ts';
import { pricesOf } from '../../prices.ts';
import { textFor } from '../text-for.ts';
import type { KnownGroup } from './need-group.ts';

/** What an answer to a group comes to, before it is sent. */
export type AnswerPreview = Pick<KnownGroup, 'campaign' | 'group'> & {
  /** The template. */
  text: string;
  /** How many wait in it, and since when the last of them does: the answer is for these. */
  of: number;
  until: Instant;
  /** Those of them who get nothing, by why. */
  leftOut: ReadonlyMap<MissedBecause, number>;
  /** As three of them will read it. */
  samples: readonly { person: Conversation; text: string }[];
  segments: number;
  /** Null: the provider told no price. */
  cost: { amount: number; currency: string; unpriced: readonly string[] } | null;
  /** They are too many for a typed answer on one member's word. */
  needsColleague: boolean;
};

const mostSamples = 3;

export async function previewAnswer(
  deps: Deps,
  { campaign, group, members }: KnownGroup,
  { text, isTyped }: { text: string; isTyped: boolean },
): Promise<AnswerPreview> {
  const samples: { person: Conversation; text: string }[] = [];
  const leftOut = new Map<MissedBecause, number>();
  const byCountry = new Map<string, number>();
  let segments = 0;
  for (const person of members) {
    const read = await textFor(deps, campaign, person, text);
    if (read.kind === 'missed') {
      leftOut.set(read.why, (leftOut.get(read.why) ?? 0) + 1);
      continue;
    }
    if (samples.length < mostSamples) samples.push({ person, text: read.text });
    const parts = countSegments(read.text).segments;
    const country = countryOf(person.number);
    byCountry.set(country, (byCountry.get(country) ?? 0) + parts);
    segments += parts;
  }
  const needsColleague = isTyped && members.length > mostTyped;
  const cost = await costOf(deps, byCountry);
  const last = members.at(-1);
  const until = (last && waitingSince(last)) ?? deps.clock.now().toISOString();
  return { campaign, group, text, of: members.length, until, leftOut, samples, segments, cost, needsColleague };
}

async function costOf(deps: Deps, byCountry: ReadonlyMap<string, number>): Promise<AnswerPreview['cost']> {
  const prices = await pricesOf(deps, [...byCountry.keys()]);
  const [currency, ...others] = new Set([...prices.values()].map((price) => price.currency));
  if (currency === undefined || others.length > 0) return null;
  let amount = 0;
  for (const [country, parts] of byCountry) amount += parts * (prices.get(country)?.amount ?? 0);
  return { amount, currency, unpriced: [...byCountry.keys()].filter((country) => !prices.has(country)) };
}
