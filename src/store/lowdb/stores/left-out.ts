import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, PhoneNumber } from '../../../domain/ids.ts';
import { type LeaveOut, textedSince } from '../../../domain/leave-out/leave-out.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { LeftOutBy } from '../../../ports/recipients.ts';
import { suppressionOf } from '../memory/apply-suppression.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { type NumberColumn, numberAt, numberColumn, positionsOf, setNumber } from '../memory/number-column.ts';
import { stateAt } from '../memory/recipient-columns.ts';
import { texted } from './texted.ts';

/** See `RecipientReader.leftOutOf`. In slices; each campaign is looked up in the shorter of the two lists. */
export async function findLeftOut(
  memory: Memory,
  numbers: readonly PhoneNumber[],
  { rules, campaignId, now }: { rules: LeaveOut; campaignId: CampaignId; now: Date },
): Promise<Map<number, LeftOutBy>> {
  const found = new Map<number, LeftOutBy>();
  if (rules.length === 0) return found;
  const list = await columnOf(numbers);
  for (const rule of rules) {
    const those = new Map<number, LeftOutBy>();
    if (rule.kind === 'texted') await addTexted(memory, list, { campaignId, since: textedSince([rule], now)! }, those);
    else await addListed(memory.campaigns.get(rule.campaignId), list, those);
    for (const [no, by] of those) if (!found.has(no)) found.set(no, by);
  }
  return found;
}

/** See `RecipientReader.textedMeanwhile`. */
export async function countTextedMeanwhile(memory: Memory, campaignId: CampaignId, now: Date): Promise<number> {
  const known = memory.campaigns.get(campaignId);
  const since = textedSince(known?.campaign.leaveOut, now);
  if (!known || since === null) return 0;
  const found = new Map<number, LeftOutBy>();
  await addTexted(memory, known.numbers, { campaignId, since }, found);
  const isToGetIt = (no: number) =>
    stateAt(known.columns, no) === 'queued' && suppressionOf(memory, numberAt(known.numbers, no))?.kind !== 'opted_out';
  return [...found.keys()].filter(isToGetIt).length;
}

/** The last text of another campaign that may have reached the person since then. */
export function lastOtherText(
  others: readonly CampaignMemory[],
  number: PhoneNumber,
  since: Date,
): { campaignId: CampaignId; at: Date } | undefined {
  let last: { campaignId: CampaignId; at: Date } | undefined;
  for (const other of others) {
    const atMs = newestOf(other, positionsOf(other.numbers, number), since);
    if (atMs > (last?.at.getTime() ?? 0)) last = { campaignId: other.campaign.id, at: new Date(atMs) };
  }
  return last;
}

/** Campaigns that may have texted somebody since then. */
export function textingSince(memory: Memory, besides: CampaignId, since: Date): CampaignMemory[] {
  const isMeant = ({ id, startedAt, endedAt }: Campaign) =>
    id !== besides && startedAt !== null && (endedAt === null || Date.parse(endedAt) >= since.getTime());
  return [...memory.campaigns.values()].filter(({ campaign }) => isMeant(campaign));
}

async function addTexted(
  memory: Memory,
  list: NumberColumn,
  { campaignId, since }: { campaignId: CampaignId; since: Date },
  found: Map<number, LeftOutBy>,
): Promise<void> {
  for (const other of textingSince(memory, campaignId, since)) {
    await eachInBoth(list, other, (no, positions) => {
      const atMs = newestOf(other, positions, since);
      if (atMs > (found.get(no)?.at?.getTime() ?? 0)) {
        found.set(no, { campaignId: other.campaign.id, at: new Date(atMs) });
      }
    });
  }
}

async function addListed(other: CampaignMemory | undefined, list: NumberColumn, found: Map<number, LeftOutBy>) {
  if (!other) return;
  await eachInBoth(list, other, (no) => found.set(no, { campaignId: other.campaign.id, at: null }));
}

/** Every position of the list whose person has positions in the other campaign. */
async function eachInBoth(
  list: NumberColumn,
  other: CampaignMemory,
  act: (no: number, positions: readonly number[]) => void,
): Promise<void> {
  const turns = createTurns();
  const isShorter = other.numbers.numbers.length < list.numbers.length;
  const [walked, searched] = isShorter ? [other.numbers, list] : [list, other.numbers];
  for (let at = 0; at < walked.numbers.length; at += 1) {
    if (turns.areDue()) await turns.give();
    const positions = positionsOf(searched, numberAt(walked, at));
    if (positions.length === 0) continue;
    if (!isShorter) act(at, positions);
    else for (const no of positions) act(no, [at]);
  }
}

/** When something was last heard of a text to one of these positions; 0: nothing since then. */
function newestOf({ columns }: CampaignMemory, positions: readonly number[], since: Date): number {
  let newest = 0;
  for (const no of positions) {
    const atMs = columns.changedAt[no]!;
    // A message in doubt that was released may have arrived, whatever became of the next one.
    const mayHaveArrived = texted.includes(stateAt(columns, no)) || columns.attempt[no]! > 1;
    if (mayHaveArrived && atMs >= since.getTime() && atMs > newest) newest = atMs;
  }
  return newest;
}

async function columnOf(numbers: readonly PhoneNumber[]): Promise<NumberColumn> {
  const column = numberColumn(numbers.length);
  const turns = createTurns();
  for (const [no, number] of numbers.entries()) {
    if (turns.areDue()) await turns.give();
    setNumber(column, no, number);
  }
  return column;
}
