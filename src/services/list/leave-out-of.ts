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
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import { createTurns } from '../../domain/turns.ts';
import type { Store } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';

type Listed = { list: ListSummary; recipients: readonly ListedRecipient[] };

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
  const marked = [...recipients];
  const turns = createTurns();
  for (const [no, recipient] of recipients.entries()) {
    if (turns.areDue()) await turns.give();
    const by = found.of(no);
    if (!by) continue;
    const { campaignId, at } = by;
    const because: LeftOutBecause = at
      ? { kind: 'texted', campaignId, day: day(at) }
      : { kind: 'in_campaign', campaignId };
    marked[no] = { ...recipient, leftOut: leftOutReason(because) };
  }
  const hash = await listHashInTurns(list.columns, marked);
  return { list: { ...bare, hash, ...(found.people > 0 && { leftOut: found.people }) }, recipients: marked };
}

/** Whoever is left out, as lines for the author: "was texted on 3 May 2026 by “Open evening”". */
export async function leftOutLines(
  { campaigns }: Pick<Store, 'campaigns'>,
  recipients: readonly ListedRecipient[],
): Promise<RejectedLine[]> {
  const names = new Map((await campaigns.list()).map(({ id, name }) => [id, name]));
  const inWords = (reason: string) => {
    const because = readLeftOutReason(reason);
    return because ? leftOutInWords(because, names.get(because.campaignId)) : reason;
  };
  // A few reasons for what may be a million people.
  const said = new Map<string, string>();
  const lines: RejectedLine[] = [];
  const turns = createTurns();
  for (const [no, { leftOut, line, number }] of recipients.entries()) {
    if (turns.areDue()) await turns.give();
    if (leftOut === undefined) continue;
    const reason = said.get(leftOut) ?? inWords(leftOut);
    said.set(leftOut, reason);
    lines.push({ line: line ?? no + 1, value: number, reason });
  }
  return lines;
}
