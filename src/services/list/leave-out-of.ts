import type { ListSummary } from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import type { CampaignId } from '../../domain/ids.ts';
import {
  dayIn,
  type LeftOutBecause,
  leftOutInWords,
  leftOutReason,
  readLeftOutReason,
} from '../../domain/leave-out/left-out-because.ts';
import { listHashInTurns } from '../../domain/list/hash.ts';
import type { RejectedLine } from '../../domain/list/reading.ts';
import { type Many, mapMany, someOf } from '../../domain/many.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';
import type { LeftOut } from '../../ports/recipients.ts';
import type { Store } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';

type Listed = { list: ListSummary; recipients: Many<ListedRecipient> };

/** Marks whom the campaign's rules leave out as of now; from then on they are part of the list, and of its hash. */
export async function leaveOutOf(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { list, recipients }: Listed,
  { id, leaveOut = [], zone }: Pick<CampaignContent, 'leaveOut' | 'zone'> & { id: CampaignId },
): Promise<Listed> {
  const { leftOut: before, ...bare } = list;
  if (leaveOut.length === 0 && before === undefined) return { list, recipients };
  const found = await store.recipients.leftOutOf(recipients, { rules: leaveOut, campaignId: id, now: clock.now() });
  const day = dayIn(zone);
  const reasons = await reasonsOf(found, recipients.length, day);
  const marked = mapMany(recipients, (recipient, no): ListedRecipient => {
    const leftOut = reasons.of(no);
    return leftOut === undefined ? recipient : { ...recipient, leftOut };
  });
  const hash = await listHashInTurns(list.columns, marked);
  return { list: { ...bare, hash, ...(found.people > 0 && { leftOut: found.people }) }, recipients: marked };
}

/** Why each is left out: a few reasons for what may be a million people. */
async function reasonsOf(found: LeftOut, size: number, day: (at: Date) => string) {
  const reasons = [''];
  const known = new Map<string, number>();
  const column = new Uint32Array(size);
  const turns = createTurns();
  for (let no = 0; no < size; no += 1) {
    if (turns.areDue()) await turns.give();
    const by = found.of(no);
    if (!by) continue;
    const { campaignId, at } = by;
    const because: LeftOutBecause = at
      ? { kind: 'texted', campaignId, day: day(at) }
      : { kind: 'in_campaign', campaignId };
    const reason = leftOutReason(because);
    column[no] = known.get(reason) ?? reasons.push(reason) - 1;
    known.set(reason, column[no]!);
  }
  return { of: (no: number): string | undefined => (column[no] === 0 ? undefined : reasons[column[no]!]) };
}

/** Whoever is left out, `count` people, as lines for the author: "was texted on 3 May 2026 by “Open evening”". */
export async function leftOutLines(
  { campaigns }: Pick<Store, 'campaigns'>,
  recipients: Many<ListedRecipient>,
  count: number,
): Promise<Many<RejectedLine>> {
  if (count === 0) return [];
  const names = new Map((await campaigns.list()).map(({ id, name }) => [id, name]));
  const inWords = (reason: string) => {
    const because = readLeftOutReason(reason);
    return because ? leftOutInWords(because, names.get(because.campaignId)) : reason;
  };
  // A few reasons for what may be a million people.
  const said = new Map<string, string>();
  const lines = mapMany(recipients, ({ leftOut, line, number }, no): RejectedLine | undefined => {
    if (leftOut === undefined) return undefined;
    const reason = said.get(leftOut) ?? inWords(leftOut);
    said.set(leftOut, reason);
    return { line: line ?? no + 1, value: number, reason };
  });
  return someOf(lines, count, (line) => line !== undefined);
}
