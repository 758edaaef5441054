import type { CampaignId, PhoneNumber, SenderId } from '../../../domain/ids.ts';
import type { RecipientState } from '../../../domain/recipient/recipient.ts';
import { createTurns } from '../../../domain/turns.ts';
import { suppressionOf } from '../memory/apply-suppression.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { numberAt, positionsOf } from '../memory/number-column.ts';
import { optedOutPositions } from '../memory/opted-out-positions.ts';
import { placeAt, stateAt } from '../memory/recipient-columns.ts';
import { reasonCounts } from '../memory/recipient-figures.ts';

/** States in which a text may have reached the phone. */
export const texted: readonly RecipientState[] = [
  'claimed',
  'unconfirmed',
  'submitted',
  'no_receipt',
  'delivered',
  'undeliverable',
  'closed',
];

/** The person's recipient that was texted last, of this sender's campaigns if there is one, else of any. */
export function findLastTexted(
  memory: Memory,
  number: PhoneNumber,
  sender: SenderId,
): { known: CampaignMemory; no: number } | undefined {
  const found = [...memory.campaigns.values()].flatMap((known) =>
    textedPositions(known, number).map((no) => ({
      known,
      no,
      at: known.columns.changedAt[no]!,
      same: known.campaign.sender === sender,
    })),
  );
  return found.sort((a, b) => Number(b.same) - Number(a.same) || b.at - a.at)[0];
}

/** At most this many are looked at: nobody quotes older messages. */
const newestTexted = 5;

/** The person's recipients that were texted last, newest first, at most `newestTexted`. */
export function findTexted(memory: Memory, number: PhoneNumber): { known: CampaignMemory; no: number }[] {
  const found = [...memory.campaigns.values()].flatMap((known) =>
    textedPositions(known, number).map((no) => ({ known, no, at: known.columns.changedAt[no]! })),
  );
  return found.sort((a, b) => b.at - a.at).slice(0, newestTexted);
}

/** The person's places on these campaigns' lists, in their order, in at most `most` of them. */
export function findOnLists(
  memory: Memory,
  number: PhoneNumber,
  campaigns: readonly CampaignId[],
  most: number,
): { known: CampaignMemory; no: number }[] {
  const found = campaigns.flatMap((id) => {
    const known = memory.campaigns.get(id);
    const nos = known ? positionsOf(known.numbers, number) : [];
    return known && nos.length > 0 ? [nos.sort((a, b) => a - b).map((no) => ({ known, no }))] : [];
  });
  return found.slice(0, most).flat();
}

/** How many people on the campaign's list one of the others has texted since then. In slices. */
export async function countOverlap(
  memory: Memory,
  campaignId: CampaignId,
  others: readonly CampaignId[],
  since: Date,
): Promise<number> {
  const own = memory.campaigns.get(campaignId);
  const numbers = own?.numbers;
  const known = others.flatMap((id) => (id === campaignId ? [] : (memory.campaigns.get(id) ?? [])));
  if (!own || !numbers || known.length === 0) return 0;
  const turns = createTurns();
  let count = 0;
  for (let no = 0; no < numbers.numbers.length; no += 1) {
    if (turns.areDue()) await turns.give();
    if (isLeftOut(own, no)) continue;
    const number = numberAt(numbers, no);
    if (suppressionOf(memory, number)?.kind === 'opted_out') continue;
    if (known.some((other) => wasTextedSince(other, number, since.getTime()))) count += 1;
  }
  return count;
}

/** Only people who may still get the other campaign's text count, not skipped or sent ones. */
export async function countAlsoQueued(
  memory: Memory,
  campaignId: CampaignId,
  others: readonly CampaignId[],
): Promise<{ people: number; campaigns: CampaignId[] }> {
  const own = memory.campaigns.get(campaignId);
  const numbers = own?.numbers;
  const known = others.flatMap((id) => (id === campaignId ? [] : (memory.campaigns.get(id) ?? [])));
  const campaigns = new Set<CampaignId>();
  const turns = createTurns();
  let people = 0;
  for (let no = 0; own && numbers && known.length > 0 && no < numbers.numbers.length; no += 1) {
    if (turns.areDue()) await turns.give();
    if (isLeftOut(own, no)) continue;
    const number = numberAt(numbers, no);
    if (suppressionOf(memory, number)?.kind === 'opted_out') continue;
    const found = known.filter((other) =>
      positionsOf(other.numbers, number).some((at) => stateAt(other.columns, at) === 'queued'),
    );
    if (found.length > 0) people += 1;
    for (const { campaign } of found) campaigns.add(campaign.id);
  }
  return { people, campaigns: [...campaigns] };
}

/** By the campaign's own rules. */
function isLeftOut({ columns }: CampaignMemory, no: number): boolean {
  return stateAt(columns, no) === 'skipped';
}

/** How many get nothing because they opted out: queued ones as of now, skipped ones as of then. */
export async function countLeftOut(memory: Memory, campaignId: CampaignId): Promise<number> {
  const known = memory.campaigns.get(campaignId);
  if (!known) return 0;
  const positions = await optedOutPositions(memory.suppressions, known.numbers);
  let count = reasonCounts(known.columns, 'skipped').opted_out ?? 0;
  for (const no of positions) if (stateAt(known.columns, no) === 'queued') count += 1;
  return count;
}

/** See `RecipientReader.optedOutByPlace`. */
export async function countOptedOutByPlace(
  memory: Memory,
  { columns, numbers }: CampaignMemory,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const no of await optedOutPositions(memory.suppressions, numbers)) {
    if (stateAt(columns, no) !== 'queued') continue;
    const place = placeAt(columns, no);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function wasTextedSince(known: CampaignMemory, number: PhoneNumber, since: number): boolean {
  return textedPositions(known, number).some((no) => known.columns.changedAt[no]! >= since);
}

function textedPositions({ numbers, columns }: CampaignMemory, number: PhoneNumber): number[] {
  return positionsOf(numbers, number).filter((no) => texted.includes(stateAt(columns, no)));
}
