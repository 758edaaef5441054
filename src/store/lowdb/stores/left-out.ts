import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, PhoneNumber } from '../../../domain/ids.ts';
import { type LeaveOut, textedSince } from '../../../domain/leave-out/leave-out.ts';
import { type Many, piecesOf } from '../../../domain/many.ts';
import type { ListedRecipient } from '../../../domain/recipient/recipient.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { LeftOut } from '../../../ports/recipients.ts';
import { suppressionOf } from '../memory/apply-suppression.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { type NumberColumn, numberAt, numberColumn, positionsOf, setNumber } from '../memory/number-column.ts';
import { stateAt } from '../memory/recipient-columns.ts';
import { texted } from './texted.ts';

/** Whom of a list the rules leave out, in columns: it may be a million. Campaigns are numbered from 1; 0 is nobody. */
type Found = { campaigns: CampaignId[]; by: Uint16Array; atMs: Float64Array };

/** See `RecipientReader.leftOutOf`. In slices; each campaign is looked up in the shorter of the two lists. */
export async function findLeftOut(
  memory: Memory,
  listed: Many<Pick<ListedRecipient, 'number'>>,
  { rules, campaignId, now }: { rules: LeaveOut; campaignId: CampaignId; now: Date },
): Promise<LeftOut> {
  const people = rules.length === 0 ? [] : listed;
  const all = nobodyOf(people.length);
  const list = await columnOf(people);
  for (const rule of rules) {
    const those = nobodyOf(people.length);
    if (rule.kind === 'texted') await addTexted(memory, list, { campaignId, since: textedSince([rule], now)! }, those);
    else await addListed(memory.campaigns.get(rule.campaignId), list, those);
    addNew(all, those);
  }
  return {
    people: all.by.reduce((sum, by) => sum + Math.min(by, 1), 0),
    of(no) {
      const found = all.campaigns[(all.by[no] ?? 0) - 1];
      if (found === undefined) return undefined;
      return { campaignId: found, at: all.atMs[no] === 0 ? null : new Date(all.atMs[no]!) };
    },
  };
}

/** See `RecipientReader.textedMeanwhile`. */
export async function countTextedMeanwhile(memory: Memory, campaignId: CampaignId, now: Date): Promise<number> {
  const known = memory.campaigns.get(campaignId);
  const since = textedSince(known?.campaign.leaveOut, now);
  if (!known || since === null) return 0;
  const found = nobodyOf(known.columns.size);
  await addTexted(memory, known.numbers, { campaignId, since }, found);
  const turns = createTurns();
  let people = 0;
  for (const [no, by] of found.by.entries()) {
    if (by === 0 || stateAt(known.columns, no) !== 'queued') continue;
    if (turns.areDue()) await turns.give();
    if (suppressionOf(memory, numberAt(known.numbers, no))?.kind !== 'opted_out') people += 1;
  }
  return people;
}

/** The last text of another campaign that may have reached the person since then. */
export function lastOtherText(
  others: readonly CampaignMemory[],
  number: PhoneNumber,
  since: Date,
): { campaignId: CampaignId; at: Date } | undefined {
  let last: { campaignId: CampaignId; at: Date } | undefined;
  for (const other of others) {
    for (const no of positionsOf(other.numbers, number)) {
      const atMs = textedAt(other, no, since);
      if (atMs > (last?.at.getTime() ?? 0)) last = { campaignId: other.campaign.id, at: new Date(atMs) };
    }
  }
  return last;
}

/** Other campaigns that may have texted somebody since then. */
export function textingSince(memory: Memory, besides: CampaignId, since: Date): CampaignMemory[] {
  return startedSince(memory, since).filter(({ campaign }) => campaign.id !== besides);
}

/** Campaigns that may have texted somebody since then. */
export function startedSince(memory: Memory, since: Date): CampaignMemory[] {
  const isMeant = ({ startedAt, endedAt }: Campaign) =>
    startedAt !== null && (endedAt === null || Date.parse(endedAt) >= since.getTime());
  return [...memory.campaigns.values()].filter(({ campaign }) => isMeant(campaign));
}

async function addTexted(
  memory: Memory,
  list: NumberColumn,
  { campaignId, since }: { campaignId: CampaignId; since: Date },
  found: Found,
): Promise<void> {
  for (const other of textingSince(memory, campaignId, since)) {
    const by = found.campaigns.push(other.campaign.id);
    await eachInBoth(list, other, (no, at) => {
      const atMs = textedAt(other, at, since);
      if (atMs <= found.atMs[no]!) return;
      found.by[no] = by;
      found.atMs[no] = atMs;
    });
  }
}

async function addListed(other: CampaignMemory | undefined, list: NumberColumn, found: Found): Promise<void> {
  if (!other) return;
  const by = found.campaigns.push(other.campaign.id);
  await eachInBoth(list, other, (no) => {
    found.by[no] = by;
  });
}

/** Every position of the list with each position in the other campaign of the same person. */
async function eachInBoth(
  list: NumberColumn,
  { numbers }: CampaignMemory,
  act: (no: number, at: number) => void,
): Promise<void> {
  const turns = createTurns();
  const isShorter = numbers.numbers.length < list.numbers.length;
  const [walked, searched] = isShorter ? [numbers, list] : [list, numbers];
  for (let walk = 0; walk < walked.numbers.length; walk += 1) {
    if (turns.areDue()) await turns.give();
    for (const match of positionsOf(searched, numberAt(walked, walk))) {
      if (isShorter) act(match, walk);
      else act(walk, match);
    }
  }
}

function nobodyOf(size: number): Found {
  return { campaigns: [], by: new Uint16Array(size), atMs: new Float64Array(size) };
}

/** Whoever an earlier rule leaves out stays with it. */
function addNew(all: Found, those: Found): void {
  const before = all.campaigns.length;
  all.campaigns.push(...those.campaigns);
  for (const [no, by] of those.by.entries()) {
    if (by === 0 || all.by[no] !== 0) continue;
    all.by[no] = before + by;
    all.atMs[no] = those.atMs[no]!;
  }
}

/** When something was last heard of the text to this position; 0: nothing since then. */
function textedAt({ columns }: CampaignMemory, no: number, since: Date): number {
  const atMs = columns.changedAt[no]!;
  if (atMs < since.getTime()) return 0;
  // A message in doubt that was released may have arrived, whatever became of the next one.
  return texted.includes(stateAt(columns, no)) || columns.attempt[no]! > 1 ? atMs : 0;
}

async function columnOf(people: Many<Pick<ListedRecipient, 'number'>>): Promise<NumberColumn> {
  const column = numberColumn(people.length);
  const turns = createTurns();
  let no = 0;
  for await (const piece of piecesOf(people)) {
    if (turns.areDue()) await turns.give();
    for (const { number } of piece) setNumber(column, no++, number);
  }
  return column;
}
