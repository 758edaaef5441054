import { setImmediate as nextTurn } from 'node:timers/promises';
import { sizeDecided } from '../../../domain/campaign/pace-of.ts';
import type { CampaignId, Instant, PhoneNumber } from '../../../domain/ids.ts';
import { textedSince } from '../../../domain/leave-out/leave-out.ts';
import { dayIn, leftOutReason } from '../../../domain/leave-out/left-out-because.ts';
import { canaryLeft } from '../../../domain/pace/canary.ts';
import type { Claim } from '../../../domain/recipient/recipient.ts';
import { createTurns } from '../../../domain/turns.ts';
import { StorageError } from '../../../ports/store.ts';
import type { ListRow } from '../documents/document-forms.ts';
import type { Lists } from '../documents/lists.ts';
import { suppressionOf } from '../memory/apply-suppression.ts';
import { chunkSize } from '../memory/document-names.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import { numberAt, positionsOf } from '../memory/number-column.ts';
import { nextInState, stateAt } from '../memory/recipient-columns.ts';
import type { Changes } from './changes.ts';
import { lastOtherText, textingSince } from './left-out.ts';
import { texted } from './texted.ts';

type ClaimWish = {
  batch: { no: number; startedAt: Instant; size: number; pace?: Instant | null };
  limit: number;
  now: Date;
};

/** Who is claimed next, who is skipped on the way, and where the search ended. */
type ClaimPlan = {
  nos: number[];
  optedOut: number[];
  repeated: number[];
  /** By the reason: another campaign has texted them lately. */
  leftOut: Record<string, number[]>;
  end: number;
  /** Many were left out, and the search goes on after others had their turn. */
  isCut?: boolean;
};

export async function claim(
  changes: Changes,
  lists: Lists,
  campaignId: CampaignId,
  { batch, limit, now }: ClaimWish,
): Promise<readonly Claim[]> {
  await changes.ready();
  const rows = new Map<number, readonly ListRow[]>();
  for (;;) {
    const known = changes.memory.campaigns.get(campaignId);
    const plan = known && planClaim(changes.memory, known, { batch, limit, now });
    if (!known || !plan) return [];
    const missing = missingChunks(plan.nos, rows);
    if (missing.length === 0) {
      const claims = await commitClaim(changes, known, { ...plan, batch, now }, rows);
      if (claims.length > 0 || !plan.isCut) return claims;
      await nextTurn();
      continue;
    }
    // Values are read first: then nobody is claimed whose text cannot be written. Others may claim meanwhile: plan again.
    for (const chunk of missing) rows.set(chunk, await lists.rows(campaignId, known.list, chunk));
  }
}

function planClaim(memory: Memory, known: CampaignMemory, { batch, limit, now }: ClaimWish): ClaimPlan | undefined {
  const { campaign, batch: current, columns, numbers } = known;
  if (campaign.status !== 'running' || batch.no < (current?.no ?? 0)) return undefined;
  if (batch.pace !== undefined && batch.pace !== (campaign.paceChanged?.at ?? null)) return undefined;
  const taken = current?.no === batch.no ? current.taken : 0;
  // Whatever was planned: nobody above the canary before somebody has decided.
  const untilDecided = canaryLeft(campaign, columns.counts) ?? limit;
  const size = Math.min(batch.size, sizeDecided(campaign, batch.no) ?? batch.size);
  const room = Math.min(limit, size - taken, untilDecided);
  const plan: ClaimPlan = { nos: [], optedOut: [], repeated: [], leftOut: {}, end: columns.cursor };
  const whyLeftOut = leavesOut(memory, known, now);
  const turns = createTurns();
  while (plan.nos.length < room) {
    const no = nextInState(columns, 'queued', plan.end);
    if (no === -1) return { ...plan, end: columns.size };
    const suppression = suppressionOf(memory, numberAt(numbers, no));
    const reason = suppression ? undefined : whyLeftOut(numberAt(numbers, no));
    if (suppression?.kind === 'opted_out') plan.optedOut.push(no);
    else if (reason !== undefined) {
      plan.leftOut[reason] ??= [];
      plan.leftOut[reason].push(no);
    } else if (!suppression) (isRepeated(known, no) ? plan.repeated : plan.nos).push(no);
    plan.end = no + 1;
    if (reason !== undefined && turns.areDue()) return { ...plan, isCut: true };
  }
  return plan;
}

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
  { nos, optedOut, repeated, leftOut, end, batch, now }: ClaimPlan & Omit<ClaimWish, 'limit'>,
  rows: ReadonlyMap<number, readonly ListRow[]>,
): Promise<readonly Claim[]> {
  const campaignId = known.campaign.id;
  known.columns.cursor = end;
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
    return { campaignId, no, attempt: attempts[index]!, number, values, claimedAt: now };
  });
}

function missingChunks(nos: readonly number[], rows: ReadonlyMap<number, unknown>): number[] {
  const chunks = new Set(nos.map((no) => Math.floor(no / chunkSize)));
  return [...chunks].filter((chunk) => !rows.has(chunk));
}
