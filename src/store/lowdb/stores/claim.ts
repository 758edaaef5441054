import { setImmediate as nextTurn } from 'node:timers/promises';
import { sizeDecided } from '../../../domain/campaign/pace-of.ts';
import type { CampaignId, Instant, PhoneNumber } from '../../../domain/ids.ts';
import { textedSince } from '../../../domain/leave-out/leave-out.ts';
import { dayIn, leftOutReason } from '../../../domain/leave-out/left-out-because.ts';
import { canaryLeft } from '../../../domain/pace/canary.ts';
import type { Claim } from '../../../domain/recipient/recipient.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { ByPlace } from '../../../ports/recipients.ts';
import { StorageError } from '../../../ports/store.ts';
import type { ListRow } from '../documents/document-forms.ts';
import type { Lists } from '../documents/lists.ts';
import { suppressionOf } from '../memory/apply-suppression.ts';
import { chunkSize } from '../memory/document-names.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { numberAt, positionsOf } from '../memory/number-column.ts';
import { nextInState, placeAt, type Scan, stateAt } from '../memory/recipient-columns.ts';
import { cappedUntil, countedCampaigns } from './caps.ts';
import type { Changes } from './changes.ts';
import { lastOtherText, textingSince } from './left-out.ts';
import { type Standings, scanOf, standingsOf } from './standings.ts';
import { texted } from './texted.ts';

type ClaimWish = {
  batch: { no: number; startedAt: Instant; size: number; pace?: Instant | null };
  limit: number;
  now: Date;
  byPlace?: ByPlace | undefined;
};

/** Who is claimed next, who is skipped on the way, and where the search ended; `cursor`: nobody before it waits for anything. */
type ClaimPlan = {
  nos: number[];
  optedOut: number[];
  repeated: number[];
  /** Those to be claimed by the rules that were asked, with blanks between their ids. */
  rules: Record<string, number[]>;
  /** By the reason: another campaign has texted them lately, or the rules of their place forbid it. */
  leftOut: Record<string, number[]>;
  scan: Scan;
  cursor: number;
  /** Many were passed over, and the search goes on after others had their turn. */
  isCut?: boolean;
};

export async function claim(
  changes: Changes,
  lists: Lists,
  campaignId: CampaignId,
  wish: ClaimWish,
): Promise<readonly Claim[]> {
  await changes.ready();
  const rows = new Map<number, readonly ListRow[]>();
  for (;;) {
    const known = changes.memory.campaigns.get(campaignId);
    const plan = known && planClaim(changes.memory, known, wish);
    if (!known || !plan) return [];
    const missing = missingChunks(plan.nos, rows);
    if (missing.length === 0) {
      const claims = await commitClaim(changes, known, { ...plan, batch: wish.batch, now: wish.now }, rows);
      if (claims.length > 0 || !plan.isCut) return claims;
      await nextTurn();
      continue;
    }
    // Values are read first: then nobody is claimed whose text cannot be written. Others may claim meanwhile: plan again.
    for (const chunk of missing) rows.set(chunk, await lists.rows(campaignId, known.list, chunk));
  }
}

/** How many texts, and how many of them to people who had none. */
type CanaryRoom = { texts: number; firstTexts: number; released: readonly number[] };

function planClaim(memory: Memory, known: CampaignMemory, wish: ClaimWish): ClaimPlan | undefined {
  const ofBatch = roomFor(known, wish);
  if (ofBatch === undefined) return undefined;
  const { columns } = known;
  const canary = canaryRoom(known);
  const room = Math.min(ofBatch, canary.texts);
  const standings = standingsOf(columns, wish.byPlace);
  const scan = { ...scanOf(columns, standings, wish.now) };
  const plan: ClaimPlan = { nos: [], optedOut: [], repeated: [], rules: {}, leftOut: {}, scan, cursor: columns.cursor };
  const look = looksAt(memory, known, { standings, now: wish.now });
  const turns = createTurns();
  let isWaiting = scan.at > columns.cursor;
  let firstTexts = 0;
  while (plan.nos.length < room && firstTexts < canary.firstTexts) {
    const no = nextInState(columns, 'queued', scan.at);
    const found: Found = no === -1 ? { kind: 'nobody' } : look(no);
    scan.at = no === -1 ? columns.size : no + 1;
    if (found.kind === 'waits') {
      isWaiting = true;
      scan.untilMs = Math.min(scan.untilMs, found.untilMs);
    }
    if (!isWaiting) plan.cursor = scan.at;
    if (found.kind === 'nobody') break;
    note(plan, no, found);
    if (found.kind === 'claim' && columns.attempt[no] === 1) firstTexts += 1;
    if (found.kind !== 'claim' && turns.areDue()) return { ...plan, isCut: true };
  }
  for (const no of canary.released) {
    const found = plan.nos.length < room && !plan.nos.includes(no) ? look(no) : undefined;
    if (found?.kind === 'claim') note(plan, no, found);
  }
  return plan;
}

/**
 * Whatever was planned: nobody above the canary before somebody has decided. Who was released is one of its people still,
 * and keeps that place while waiting: nobody else is texted for them.
 */
function canaryRoom({ campaign, columns }: CampaignMemory): CanaryRoom {
  const left = canaryLeft(campaign, columns.counts);
  if (left === null) return { texts: Number.POSITIVE_INFINITY, firstTexts: Number.POSITIVE_INFINITY, released: [] };
  const released: number[] = [];
  for (let no = 0; no < columns.size; no += 1) {
    if (columns.attempt[no]! > 1 && stateAt(columns, no) === 'queued') released.push(no);
  }
  return { texts: left, firstTexts: left - released.length, released };
}

function note(plan: ClaimPlan, no: number, found: Found): void {
  if (found.kind === 'claim') {
    plan.nos.push(no);
    if (found.rules !== '') put(plan.rules, found.rules, no);
  }
  if (found.kind === 'optedOut' || found.kind === 'repeated') plan[found.kind].push(no);
  if (found.kind === 'leftOut') put(plan.leftOut, found.reason, no);
}

function put(lists: Record<string, number[]>, key: string, no: number): void {
  lists[key] ??= [];
  lists[key]!.push(no);
}

/** How many may be claimed for the batch; undefined when it is none of the campaign's any more. */
function roomFor(known: CampaignMemory, { batch, limit }: ClaimWish): number | undefined {
  const { campaign, batch: current } = known;
  if (campaign.status !== 'running' || batch.no < (current?.no ?? 0)) return undefined;
  if (batch.pace !== undefined && batch.pace !== (campaign.paceChanged?.at ?? null)) return undefined;
  const taken = current?.no === batch.no ? current.taken : 0;
  const size = Math.min(batch.size, sizeDecided(campaign, batch.no) ?? batch.size);
  return Math.min(limit, size - taken);
}

/** What a claim does with a queued person. `untilMs`: when it has to look at them again, though the same places are open. */
type Found =
  | { kind: 'claim'; rules: string }
  | { kind: 'optedOut' | 'repeated' | 'held' | 'nobody' }
  | { kind: 'leftOut'; reason: string }
  | { kind: 'waits'; untilMs: number };

function looksAt(
  memory: Memory,
  known: CampaignMemory,
  { standings, now }: { standings: Standings; now: Date },
): (no: number) => Found {
  const { columns, numbers } = known;
  const whyLeftOut = leavesOut(memory, known, now);
  const caps = standings.list.flatMap((standing) => (standing.kind === 'wait' ? [] : (standing.caps ?? [])));
  const textedBy = countedCampaigns(memory, Math.max(0, ...caps.map(({ perHours }) => perHours)), now);
  const asked = standings.list.map((standing) => (standing.kind === 'open' ? (standing.rules ?? []).join(' ') : ''));
  return (no) => {
    const standing = standings.list[columns.places[no]!]!;
    const number = numberAt(numbers, no);
    const suppression = suppressionOf(memory, number);
    if (suppression?.kind === 'opted_out') return { kind: 'optedOut' };
    if (standing.kind === 'wait') return { kind: 'waits', untilMs: Number.POSITIVE_INFINITY };
    if (suppression) return { kind: 'held' };
    const until = cappedUntil(number, { caps: standing.caps ?? [], textedBy, now });
    const skip = standing.kind === 'skip' ? (until ? cappedReason : standing.reason) : undefined;
    const reason = skip ?? whyLeftOut(number);
    if (reason !== undefined) return { kind: 'leftOut', reason };
    if (isRepeated(known, no)) return { kind: 'repeated' };
    if (until) return { kind: 'waits', untilMs: until.getTime() };
    return { kind: 'claim', rules: asked[columns.places[no]!]! };
  };
}

/** Of somebody who waited for the end of a cap until the campaign’s last moment. */
const cappedReason = 'capped';

/** Asked in the same turn as the claim: nobody is texted by two such campaigns at once. */
function leavesOut(
  memory: Memory,
  { campaign }: CampaignMemory,
  now: Date,
): (number: PhoneNumber) => string | undefined {
  const since = textedSince(campaign.leaveOut, now);
  if (since === null) return () => undefined;
  const others = textingSince(memory, campaign.id, since);
  const day = dayIn(campaign.zone);
  return (number) => {
    const last = lastOtherText(others, number, since);
    return last && leftOutReason({ kind: 'texted', campaignId: last.campaignId, day: day(last.at) });
  };
}

/** Lists older than person keys may have a person twice: nobody gets the text a second time. */
function isRepeated({ columns, numbers }: CampaignMemory, no: number): boolean {
  if (!numbers.hasRepeats) return false;
  const others = positionsOf(numbers, numberAt(numbers, no)).filter((other) => other !== no);
  return others.some((other) => {
    const state = stateAt(columns, other);
    return texted.includes(state) || (state === 'queued' && other < no);
  });
}

async function commitClaim(
  changes: Changes,
  known: CampaignMemory,
  { nos, optedOut, repeated, rules, leftOut, scan, cursor, batch, now }: ClaimPlan & Pick<ClaimWish, 'batch' | 'now'>,
  rows: ReadonlyMap<number, readonly ListRow[]>,
): Promise<readonly Claim[]> {
  const campaignId = known.campaign.id;
  known.columns.cursor = cursor;
  known.columns.scan = scan;
  const isAnyLeftOut = Object.keys(leftOut).length > 0;
  if (nos.length + optedOut.length + repeated.length === 0 && !isAnyLeftOut) return [];
  const attempts = nos.map((no) => known.columns.attempt[no]!);
  const { no: batchNo, startedAt } = batch;
  const at = now.getTime();
  try {
    await changes.commit({
      kind: 'claimed',
      campaignId,
      batch: { no: batchNo, startedAt },
      nos,
      optedOut,
      ...(repeated.length > 0 && { repeated }),
      ...(isAnyLeftOut && { leftOut }),
      ...(Object.keys(rules).length > 0 && { rules }),
      at,
    });
  } catch (error) {
    // Nobody gets these claims, so nobody sends them. It is stored with the claims once the disk works again.
    if (error instanceof StorageError && nos.length > 0) {
      changes.commit({ kind: 'unclaimed', campaignId, batchNo, nos, at }).catch(() => {});
    }
    throw error;
  }
  return nos.map((no, index) => {
    const [number, ...values] = rows.get(Math.floor(no / chunkSize))![no % chunkSize]!;
    const place = placeAt(known.columns, no);
    return { campaignId, no, attempt: attempts[index]!, number, values, claimedAt: now, place };
  });
}

function missingChunks(nos: readonly number[], rows: ReadonlyMap<number, unknown>): number[] {
  const chunks = new Set(nos.map((no) => Math.floor(no / chunkSize)));
  return [...chunks].filter((chunk) => !rows.has(chunk));
}
