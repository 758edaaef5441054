import type { Campaign } from '../../domain/campaign/campaign.ts';
import { hoursOf } from '../../domain/campaign/pace-of.ts';
import { messageFor } from '../../domain/message/template.ts';
import { sendingWindow } from '../../domain/pace/sending-hours.ts';
import { type Claim, claimLastsMs, clientRef } from '../../domain/recipient/recipient.ts';
import type { SendOutcome } from '../../domain/recipient/send-outcome.ts';
import type { ClaimResult } from '../../ports/recipients.ts';
import type { Deps } from '../deps.ts';
import { durably } from '../durably.ts';
import { mayLeave } from '../rules.ts';
import { optOutRefused } from './opt-out-refused.ts';
import { sendOnce } from './send-once.ts';
import { lacksThere, textThere } from './text-there.ts';

type SendDeps = Pick<Deps, 'store' | 'gateway' | 'clock' | 'log' | 'rules' | 'settings'>;

/** A claim in memory; `claimedAtMs`: the monotonic clock before the claim was made. */
export type HeldClaim = { claim: Claim; campaign: Campaign; claimedAtMs: number };

/**
 * The last steps of one message, in the order that the promises rest on: check again what may have changed, hand the
 * request over without waiting in between, and record what became of it. Undefined when nothing was sent.
 */
export async function sendClaim(deps: SendDeps, held: HeldClaim): Promise<SendOutcome | undefined> {
  const { claim, campaign } = held;
  const rendered = messageFor(campaign, claim);
  if (!rendered.ok) {
    await recordDurably(deps, claim, { to: 'skipped', reason: `missing_${rendered.missing}` });
    return undefined;
  }

  if (lacksThere(deps, campaign, claim, rendered.text)) {
    await recordDurably(deps, claim, { to: 'skipped', reason: textThere });
    return undefined;
  }

  const leave = mayNotLeave(deps, held) ? undefined : mayLeave(deps, campaign, claim.place, deps.clock.now());
  if (!leave) {
    await giveBack(deps, claim);
    return undefined;
  }
  // No await between the check above and this call: nothing may change in between.
  const outcome = await sendOnce(deps, {
    to: claim.number,
    from: campaign.sender,
    text: rendered.text,
    ref: clientRef(claim),
    ...(leave.until && { ttlSeconds: secondsUntil(leave.until, deps.clock.now()) }),
  });
  // The opt-out comes first: should we stop between the two, the person is texted no more all the same.
  await optOutRefused(deps, outcome, { number: claim.number, campaignId: claim.campaignId });
  await recordDurably(deps, claim, resultOf(outcome));
  if (outcome.kind !== 'accepted') {
    deps.log.warn({ campaignId: claim.campaignId, no: claim.no, outcome: logged(outcome) }, 'Message not accepted');
  }
  return outcome;
}

/** What is delayed on its way is dropped rather than delivered at night. */
function secondsUntil(until: Date, now: Date): number {
  return Math.floor((until.getTime() - now.getTime()) / 1_000);
}

/** A claim that surely was not sent goes back into the queue. */
export function giveBack(deps: SendDeps, claim: Claim): Promise<void> {
  return recordDurably(deps, claim, { to: 'queued' });
}

/** What may have changed since the claim: the pause, the pace, an opt-out, where they live, the hour, the disk, or that we were frozen meanwhile. */
function mayNotLeave({ store, clock }: SendDeps, { claim, campaign, claimedAtMs }: HeldClaim): boolean {
  const now = clock.now();
  const hours = hoursOf(campaign);
  const ageMs = Math.max(now.getTime() - claim.claimedAt.getTime(), clock.monotonicMs() - claimedAtMs);
  return (
    ageMs > claimLastsMs ||
    !store.campaigns.isRunning(claim.campaignId, campaign.paceChanged?.at ?? null) ||
    store.suppressions.blocks(claim.number) ||
    store.recipients.placeNow(claim.campaignId, claim.no) !== claim.place ||
    store.trouble() !== undefined ||
    (hours !== null && now < sendingWindow(hours, now).opensAt)
  );
}

function resultOf(outcome: SendOutcome): ClaimResult {
  switch (outcome.kind) {
    case 'accepted':
      return { to: 'submitted', messageId: outcome.messageId };
    case 'refused':
      return { to: 'rejected', reason: outcome.code };
    case 'unconfirmed':
      return { to: 'unconfirmed', reason: outcome.cause };
    case 'throttled':
    case 'not_sent':
    case 'halted':
      return { to: 'queued' };
  }
}

/** An outcome is never dropped, and nothing else is sent before it is stored. */
function recordDurably(deps: SendDeps, claim: Claim, result: ClaimResult): Promise<void> {
  const { campaignId, no } = claim;
  return durably(deps, { campaignId, no }, () => deps.store.recipients.record(claim, result, deps.clock.now()));
}

function logged(outcome: SendOutcome): Record<string, unknown> {
  return outcome.kind === 'unconfirmed' ? { kind: outcome.kind, cause: outcome.cause } : { ...outcome };
}
