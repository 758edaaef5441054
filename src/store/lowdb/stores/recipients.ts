import type { CampaignId } from '../../../domain/ids.ts';
import { noCounts, type Recipient, type RecipientState } from '../../../domain/recipient/recipient.ts';
import type { RecipientStore } from '../../../ports/recipients.ts';
import { StorageError } from '../../../ports/store.ts';
import type { Lists } from '../documents/lists.ts';
import { chunkSize } from '../memory/document-names.ts';
import type { CampaignMemory } from '../memory/memory.ts';
import { numberAt } from '../memory/number-column.ts';
import {
  maxAttempt,
  nextInState,
  placeAt,
  positionsInState,
  type RunningState,
  rulesAt,
  runningState,
  stateAt,
} from '../memory/recipient-columns.ts';
import { batchCounts, lastReceipts, reasonCounts, textedAgo } from '../memory/recipient-figures.ts';
import type { Changes } from './changes.ts';
import { claim } from './claim.ts';
import { findByMessageId } from './find-message.ts';
import { countTextedMeanwhile, findLeftOut } from './left-out.ts';
import { receiveReceipt } from './receipts.ts';
import { recordResult } from './record.ts';
import { countClaimable } from './standings.ts';
import {
  countAlsoQueued,
  countLeftOut,
  countOptedOutByPlace,
  countOverlap,
  findLastTexted,
  findOnLists,
  findTexted,
} from './texted.ts';

export function recipientStore(changes: Changes, lists: Lists): RecipientStore {
  const { memory } = changes;
  const find = (id: CampaignId) => memory.campaigns.get(id);

  const maySend = (id: CampaignId): boolean =>
    ['running', 'paused', 'settling'].includes(find(id)?.campaign.status ?? '');

  return {
    async tally(campaignId) {
      const known = find(campaignId);
      const counts = { ...(known?.columns.counts ?? noCounts()) };
      const isPassedOver = known !== undefined && known.columns.cursor >= known.columns.size;
      return { counts, batch: known?.batch ?? null, held: isPassedOver ? counts.queued : 0 };
    },

    async queuedByPlace(campaignId) {
      const { placeKeys = [], queuedIn = [] } = find(campaignId)?.columns ?? {};
      return placeKeys.map((place, index) => ({ place, queued: queuedIn[index]! })).filter(({ queued }) => queued > 0);
    },
    async optedOutByPlace(campaignId) {
      const known = find(campaignId);
      return known ? countOptedOutByPlace(memory, known) : new Map();
    },
    async claimable(campaignId, byPlace, now) {
      const known = find(campaignId);
      return known ? countClaimable(known.columns, byPlace, now) : { people: 0, until: null };
    },

    placeNow(campaignId, no) {
      const known = find(campaignId);
      return known ? placeAt(known.columns, no) : '';
    },

    claim: (campaignId, batch, limit, now, byPlace) =>
      claim(changes, lists, campaignId, { batch, limit, now, byPlace }),
    record: (claimed, result, now) => recordResult(changes, claimed, result, now),
    receive: (receipt) => receiveReceipt(changes, receipt),
    refOf: async (messageId, now) => findByMessageId(memory, messageId, now),

    async abandonClaims(now) {
      await changes.ready();
      const found = [...memory.campaigns].map(([campaignId, { columns }]) => ({
        campaignId,
        nos: positionsInState(columns, 'claimed'),
      }));
      const abandoned = found.filter(({ nos }) => nos.length > 0);
      const at = now.getTime();
      await Promise.all(abandoned.map((claims) => changes.commit({ kind: 'abandoned', ...claims, at })));
      return abandoned;
    },

    async skipQueued(campaignId, reason, now) {
      await changes.ready();
      const queued = find(campaignId)?.columns.counts.queued ?? 0;
      if (queued === 0) await changes.durable();
      else await changes.commit({ kind: 'queue_skipped', campaignId, reason, at: now.getTime() });
      return queued;
    },

    async resolve(campaignId, no, decision, by, now) {
      await changes.ready();
      const columns = find(campaignId)?.columns;
      if (!columns || no >= columns.size || stateAt(columns, no) !== 'unconfirmed') return false;
      if (decision === 'release' && (columns.attempt[no] === maxAttempt || !maySend(campaignId))) return false;
      await changes.commit({ kind: 'resolved', campaignId, decision: { no, decision, by, at: now.getTime() } });
      return true;
    },

    async expireReceipts(campaignId, beforeDate, now) {
      await changes.ready();
      const columns = find(campaignId)?.columns;
      const before = beforeDate.getTime();
      const late = columns
        ? positionsInState(columns, 'submitted').filter((no) => columns.changedAt[no]! < before)
        : [];
      if (late.length === 0) return 0;
      await changes.commit({ kind: 'receipts_expired', campaignId, before, at: now.getTime() });
      return late.length;
    },

    async textedAgo(campaignId, ends, now) {
      const known = find(campaignId);
      return known ? textedAgo(known.columns, ends, now.getTime()) : [...ends, 0].map(() => 0);
    },

    async batchCounts(campaignId, batch, behind) {
      const known = find(campaignId);
      return known ? batchCounts(known.columns, batch, behind) : noCounts();
    },
    lastOfBatch: async (campaignId, batch) => find(campaignId)?.columns.batch.lastIndexOf(batch) ?? -1,
    async lastReceipts(campaignId, most) {
      const known = find(campaignId);
      return known ? lastReceipts(known.columns, most) : [];
    },

    async page(campaignId, { from, limit, state }) {
      const known = find(campaignId);
      return known ? withValues(lists, known, choosePage(known, { from, limit, state })) : [];
    },

    async hashOfList(campaignId, signal) {
      const known = find(campaignId);
      if (!known) return undefined;
      const { list, campaign, numbers } = known;
      return lists.hash(campaignId, list, { columns: campaign.list.columns, numbers, signal });
    },

    async get(campaignId, no) {
      const known = find(campaignId);
      if (!known || !(no >= 0 && no < known.columns.size)) return undefined;
      return (await withValues(lists, known, [no]))[0];
    },

    alsoQueued: (campaignId, others) => countAlsoQueued(memory, campaignId, others),
    async numberOf(campaignId, no) {
      const known = find(campaignId);
      return known && no >= 0 && no < known.columns.size ? numberAt(known.numbers, no) : undefined;
    },

    leftOutOf: (list, wish) => findLeftOut(memory, list, wish),
    textedMeanwhile: (campaignId, now) => countTextedMeanwhile(memory, campaignId, now),
    overlap: (campaignId, others, since) => countOverlap(memory, campaignId, others, since),
    leftOut: (campaignId) => countLeftOut(memory, campaignId),
    async skippedBecause(campaignId) {
      const known = find(campaignId);
      return known ? reasonCounts(known.columns, 'skipped') : {};
    },

    async lastTexted(number, sender) {
      const last = findLastTexted(memory, number, sender);
      return last && (await withValues(lists, last.known, [last.no], readableRow))[0];
    },

    texted: (number) => readPlaces(lists, findTexted(memory, number)),
    onLists: (number, campaigns, most) => readPlaces(lists, findOnLists(memory, number, campaigns, most)),
  };
}

async function readPlaces(
  lists: Lists,
  places: readonly { known: CampaignMemory; no: number }[],
): Promise<Recipient[]> {
  const read = places.map(({ known, no }) => withValues(lists, known, [no], readableRow));
  return (await Promise.all(read)).flat();
}

function choosePage(
  { columns }: CampaignMemory,
  { from, limit, state }: { from: number; limit: number; state: RecipientState | undefined },
): number[] {
  const nos: number[] = [];
  const after = (no: number) => (state ? nextInState(columns, state, no) : no < columns.size ? no : -1);
  for (let no = after(from); no !== -1 && nos.length < limit; no = after(no + 1)) nos.push(no);
  return nos;
}

type Row = Pick<Recipient, 'values' | 'line' | 'leftOut'>;
type ReadRow = (lists: Lists, known: CampaignMemory, no: number) => Promise<Row>;

/** The running state is taken at once for all; then the values are read, which may take a while. */
async function withValues(
  lists: Lists,
  known: CampaignMemory,
  nos: readonly number[],
  readRow: ReadRow = rowOf,
): Promise<Recipient[]> {
  const { campaign, columns, numbers } = known;
  const states = nos.map((no): RunningState => runningState(columns, no));
  const asked = nos.map((no) => {
    const [place, rules] = [placeAt(columns, no), rulesAt(columns, no)];
    return { ...(place && { place }), ...(rules && { rules }) };
  });
  const recipients: Recipient[] = [];
  const deciders = new Map(known.decisions.map(({ no, by }) => [no, by]));
  for (const [index, no] of nos.entries()) {
    const row = await readRow(lists, known, no);
    const decidedBy = deciders.get(no);
    recipients.push({
      campaignId: campaign.id,
      no,
      number: numberAt(numbers, no),
      ...row,
      ...states[index]!,
      ...asked[index]!,
      ...(decidedBy && { decidedBy }),
    });
  }
  return recipients;
}

async function rowOf(lists: Lists, { campaign, list }: CampaignMemory, no: number): Promise<Row> {
  const chunk = Math.floor(no / chunkSize);
  const [, ...values] = (await lists.rows(campaign.id, list, chunk))[no % chunkSize]!;
  const { lines, leftOut: reasons } = await lists.about(campaign.id, list, chunk);
  const [line, leftOut] = [lines?.[no % chunkSize], reasons?.[no % chunkSize]];
  return { values, ...(line !== undefined && { line }), ...(leftOut && { leftOut }) };
}

/** Of an unreadable row only the values are unknown: a STOP from its person is heard all the same. */
async function readableRow(lists: Lists, known: CampaignMemory, no: number): Promise<Row> {
  try {
    return await rowOf(lists, known, no);
  } catch (error) {
    if (error instanceof StorageError) return { values: [] };
    throw error;
  }
}
