import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Tally } from '../../../src/ports/recipients.ts';
import type { CampaignEntry } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { type OpenReply, openMinutes, openReplies } from './open-replies.ts';
import { loosest, pacesAt } from './written-pace.ts';

type Batch = { no: number; startedWallMs: number; taken: number };
type Looked = { world: SimulatedWorld; entry: CampaignEntry; campaign: Campaign; open: OpenReply[] };

/**
 * Each batch against what people know, as soon as a step shows it: begun at its time, of its size, by nobody's leave
 * but theirs while too many wait or somebody waits for too long.
 */
export async function checkBatches(
  world: SimulatedWorld,
  program: Program,
  entry: CampaignEntry,
  { campaign, tally }: { campaign: Campaign; tally: Tally },
): Promise<void> {
  const { watch, ever } = entry.pace;
  // When something happened by a clock that was set, nobody can say.
  if (world.ledger.wallStepped || ever.length === 0) return;
  if (watch.program !== program) Object.assign(watch, { program, overSinceWallMs: null });
  const batch = tally.batch && {
    no: tally.batch.no,
    startedWallMs: Date.parse(tally.batch.startedAt),
    taken: tally.batch.taken,
  };
  const { sized } = campaign;
  if (sized && sized.batch > (watch.batches.at(-1)?.no ?? 0)) watch.sizes.set(sized.batch, sized.size);
  const open = campaign.status === 'running' ? await openReplies(world, program, campaign) : [];
  const looked = { world, entry, campaign, open };
  lookAtReplies(looked);
  if (batch && batch.no > (watch.batches.at(-1)?.no ?? 0)) begins(looked, batch);
  else if (batch && watch.batches.length > 0) watch.batches.at(-1)!.taken = batch.taken;
  if (batch) checkSize(looked, batch);
}

function begins(looked: Looked, batch: Batch): void {
  const { world, entry } = looked;
  const { watch, anyway } = entry.pace;
  const { counts } = world.ledger.pacing;
  const before = watch.batches.at(-1);
  watch.batches.push(batch);
  counts.batches += 1;
  if (looked.open.length > 0) counts.besideOpen += 1;
  const { slowed, ever } = entry.pace;
  const paces = pacesAt(entry.pace, batch.startedWallMs);
  // A slower one may have smaller batches more often: see checkTogether.
  const known = slowed && paces[0] === slowed.pace ? paces : ever;
  const everyMs = Math.min(...known.map(({ everySeconds }) => everySeconds)) * 1_000;
  const gapMs = before ? batch.startedWallMs - before.startedWallMs : everyMs;
  if (gapMs < everyMs) {
    world.broken(`G7: batch ${batch.no} of ${entry.origin} begins ${gapMs} ms after the one before, not ${everyMs}`);
  }
  checkTogether(looked, batch);
  if (anyway.has(batch.no)) counts.anyway += 1;
  else checkReplies(looked, batch);
}

/** G7: the batches of no stretch of time are together larger than the approved ones that fit into it. */
function checkTogether({ world, entry }: Looked, { startedWallMs }: Batch): void {
  const { approved, sinceWallMs, watch } = entry.pace;
  let sum = 0;
  for (const batch of [...watch.batches].reverse()) {
    if (batch.startedWallMs < sinceWallMs) return;
    sum += batch.taken;
    const stretchMs = startedWallMs - batch.startedWallMs;
    const allowed = approved.map(
      ({ batchSize, everySeconds }) => batchSize * (Math.floor(stretchMs / 1_000 / everySeconds) + 1),
    );
    if (sum <= Math.max(...allowed)) continue;
    world.broken(
      `G7: batches of ${entry.origin} within ${stretchMs} ms hold ${sum} people, not ${Math.max(...allowed)}`,
    );
  }
}

/** More waited than the limit at every look since before it began, or somebody had waited for too long. */
function checkReplies({ world, entry, open }: Looked, { no, startedWallMs }: Batch): void {
  const { watch } = entry.pace;
  if (watch.overSinceWallMs !== null && watch.overSinceWallMs < startedWallMs) {
    world.broken(`batch ${no} of ${entry.origin} begins while ${open.length} replies are open, above its limit`);
  }
  const { slowed, ever } = entry.pace;
  // A change of which nobody was told what became of it may count waits in fewer hours.
  const paces = slowed ? pacesAt(entry.pace, startedWallMs) : ever;
  const within = loosest(paces.map(({ withinMinutes }) => withinMinutes));
  if (within === null) return;
  const wallOffsetMs = world.time.wall().getTime() - world.time.nowMs();
  for (const { conversation, sinceMs } of open) {
    if ((world.ledger.answering.freedAtMs.get(conversation.id) ?? 0) >= startedWallMs) continue;
    if (!Number.isFinite(sinceMs)) continue;
    const waited = paces.map((pace) => openMinutes(pace, wallOffsetMs + sinceMs, startedWallMs));
    if (Math.min(...waited) <= within) continue;
    const minutes = Math.floor(Math.min(...waited));
    world.broken(
      `batch ${no} of ${entry.origin} begins while ${conversation.number} has waited ${minutes} of ${within} minutes`,
    );
  }
}

/** Never above what was approved, nor above what was stored for it before it began. */
function checkSize({ world, entry, campaign }: Looked, { no, startedWallMs, taken }: Batch): void {
  const { pace } = entry;
  const most = Math.max(...pacesAt(pace, startedWallMs).map(({ batchSize }) => batchSize));
  if (taken > most) world.broken(`G7: batch ${no} of ${entry.origin} has ${taken} people, not ${most}`);
  if (campaign.throttle.pace !== 'team' || pace.anyway.has(no)) return;
  const size = pace.watch.sizes.get(no);
  if (size === undefined) world.broken(`batch ${no} of ${entry.origin} follows the team, and was never sized`);
  else if (taken > size) world.broken(`batch ${no} of ${entry.origin} has ${taken} people, and was to have ${size}`);
  else world.ledger.pacing.counts.sized += 1;
}

function lookAtReplies({ world, entry, campaign, open }: Looked): void {
  const { watch } = entry.pace;
  const nowMs = world.time.wall().getTime();
  const limit = loosest(pacesAt(entry.pace, nowMs).map(({ holdAbove }) => holdAbove));
  const isOver = limit !== null && campaign.status === 'running' && open.length > limit;
  if (!isOver) {
    watch.overSinceWallMs = null;
    return;
  }
  watch.overSinceWallMs ??= nowMs;
  const { counts } = world.ledger.pacing;
  counts.held += 1;
  if (open.filter(({ isOfOther }) => !isOfOther).length <= limit) counts.heldByOthers += 1;
}
