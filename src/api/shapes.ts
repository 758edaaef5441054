import type { Campaign } from '../domain/campaign/campaign.ts';
import { limitsOf } from '../domain/campaign/pace-of.ts';
import { formatSendingHours } from '../domain/pace/sending-hours.ts';
import { maskDigits, maskNumbersIn, maskPhoneNumber } from '../domain/phone/phone-number.ts';
import type { Recipient } from '../domain/recipient/recipient.ts';
import type { CampaignShown, ReplyShown } from '../services/api/api-campaigns.ts';

/* What is told of things, as docs/openapi.yaml describes it. */

export function campaignLine({ id, name, status, sender, createdAt, list }: Campaign) {
  return { id, name, status, sender, created_at: createdAt, recipients: list.size };
}

/** Cells that are left out are shown as the preview does: nobody's whole number stands there. */
export function campaignBody({ campaign, counts, audience, replies, unanswered, optedOut, toDecide }: CampaignShown) {
  const { list } = campaign;
  const { throttle, hours } = limitsOf(campaign);
  return {
    ...campaignLine(campaign),
    message_string: campaign.template,
    batch_size: throttle.batchSize,
    delay_period: throttle.everySeconds,
    hold_above: throttle.holdAbove,
    pace: throttle.pace ?? 'fixed',
    sending_hours: formatSendingHours(hours),
    time_zone: campaign.zone,
    start_at: campaign.startAt,
    not_after: campaign.notAfter ?? null,
    submitted_at: campaign.submittedAt,
    approved_at: campaign.approval?.at ?? null,
    started_at: campaign.startedAt,
    ended_at: campaign.endedAt,
    audience,
    states: counts,
    opted_out: optedOut,
    replies,
    unanswered,
    list: {
      columns: list.columns,
      duplicates: list.duplicates,
      invalid: list.invalid,
      marked: list.marked ?? 0,
      waiting: list.waiting ?? 0,
      left_out: list.leftOut ?? 0,
      examples: list.rejected.map(({ line, value, reason }) => ({ line, value: maskDigits(value), reason })),
    },
    to_decide: toDecide,
  };
}

export function recipientBody(recipient: Recipient, columns: readonly string[], seesNumbers: boolean) {
  const { no, line, number, values, state, reason, batch, messageId, changedAt } = recipient;
  const shown = (value: string) => (seesNumbers ? value : maskNumbersIn(value));
  return {
    position: no + 1,
    line: line ?? no + 1,
    number: seesNumbers ? number : maskPhoneNumber(number),
    fields: Object.fromEntries(columns.map((column, at) => [column, shown(values[at] ?? '')])),
    state,
    reason,
    batch: batch === 0 ? null : batch,
    message_id: messageId,
    changed_at: changedAt,
  };
}

export function replyBody({ conversation, message, isUnanswered }: ReplyShown, seesNumbers: boolean) {
  const { id, number, name, status, outcome } = conversation;
  return {
    id: message.id,
    conversation: id,
    number: seesNumbers ? number : maskPhoneNumber(number),
    name: seesNumbers || name === null ? name : maskNumbersIn(name),
    at: message.at,
    text: seesNumbers ? message.text : maskNumbersIn(message.text),
    read_as: message.reading,
    counted_as: message.countedAs ?? null,
    status,
    unanswered: isUnanswered,
    outcome: outcome?.label ?? null,
  };
}
