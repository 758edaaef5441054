import { longestAnswer, nothingForeseen, outcomesOf } from '../../domain/answering/answering.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { SenderId } from '../../domain/ids.ts';

/** What was typed, or else the canned answer of this label. */
export async function readAnswer(
  text: string,
  canned: string | undefined,
  fill: (label: string) => Promise<string>,
): Promise<string> {
  if (canned !== undefined && text.trim() !== '') {
    const sentence = 'Both are filled in, so nothing was sent. Empty Your answer, or choose None here.';
    throw new CampaignError('two_answers', sentence, 'cannedAnswer');
  }
  if (canned !== undefined) return fill(canned);
  const body = text.trim();
  if (body === '') throw new CampaignError('empty_reply', 'Write your answer first.', 'reply');
  if (body.length <= longestAnswer) return body;
  throw new CampaignError(
    'long_reply',
    `The text has ${body.length} characters; shorten it to ${longestAnswer}.`,
    'reply',
  );
}

/** The label, if it is one of the campaign's; null: none was chosen. */
export function readOutcome(label: string | undefined, campaign: Campaign | undefined): string | null {
  if (label === undefined) return null;
  if (outcomesOf(campaign?.answering ?? nothingForeseen).includes(label)) return label;
  throw new CampaignError('unknown_outcome', `“${label}” is none of this campaign’s outcomes.`, 'outcome');
}

export function hasOptedOut(): CampaignError {
  const sentence = 'Not sent: this person has opted out. They can text START to get messages again.';
  return new CampaignError('opted_out', sentence, 'reply');
}

export function isHeld(): CampaignError {
  const sentence = 'Not sent: a text of theirs may mean that they want no more. Press Opt out or Keep texting first.';
  return new CampaignError('held', sentence, 'reply');
}

export function costlyNumber(): CampaignError {
  const sentence =
    'Not sent: this is a premium-rate, shared-cost or satellite number, where a text can cost many times as much.';
  return new CampaignError('costly_number', sentence, 'reply');
}

export function unknownSender(sender: SenderId): CampaignError {
  const sentence = `No answer can leave from ${sender}, the number that this person wrote to. Ask whoever runs Trickle to add it to SMS_SENDERS.`;
  return new CampaignError('unknown_sender', sentence, 'reply');
}
