import { type CannedAnswer, longestAnswer, nothingForeseen } from '../../domain/answering/answering.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { messageFor, type Rendered } from '../../domain/message/template.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { StoreReader } from '../../ports/store.ts';
import { recipientOf } from './text-for.ts';

/** What the campaign's list knows of one person, and what that makes of its texts. */
export type TheirRow = {
  /** The message they got; null when it cannot be told any more. */
  message: string | null;
  /** The columns that the campaign shows to whoever answers, unless they are empty. */
  columns: readonly { name: string; value: string }[];
  /** The canned answers as this person would read them. */
  canned: readonly CannedAnswer[];
  /** Those that this person cannot get. */
  leftOut: readonly { label: string; why: WhyNotCanned }[];
};

type WhyNotCanned = 'no_value' | 'too_long';

/** A conversation with what it takes to answer it; without a campaign there is no row. */
export type ToAnswer = { conversation: Conversation } & (
  | { campaign: Campaign; row: TheirRow }
  | { campaign: null; row: null }
);

type Place = { store: Pick<StoreReader, 'recipients'> };

export async function readToAnswer(
  { store }: { store: Pick<StoreReader, 'recipients' | 'campaigns'> },
  conversation: Conversation,
): Promise<ToAnswer> {
  const campaign = conversation.campaignId ? await store.campaigns.get(conversation.campaignId) : undefined;
  if (!campaign) return { conversation, campaign: null, row: null };
  return { conversation, campaign, row: await readTheirRow({ store }, campaign, conversation) };
}

export async function readTheirRow(
  { store }: Place,
  campaign: Campaign,
  conversation: Pick<Conversation, 'number'>,
): Promise<TheirRow> {
  const { canned, showColumns } = campaign.answering ?? nothingForeseen;
  const recipient = await recipientOf(store, campaign, conversation);
  const row = { values: recipient?.values ?? [] };
  const message = recipient ? messageFor(campaign, row) : null;
  const { columns } = campaign.list;
  return {
    message: message?.ok ? message.text : null,
    columns: showColumns.flatMap((name) => {
      const value = row.values[columns.indexOf(name)]?.trim() ?? '';
      return value === '' ? [] : [{ name, value }];
    }),
    ...fillCanned(canned, (template) => messageFor({ template, list: campaign.list }, row)),
  };
}

function fillCanned(
  canned: readonly CannedAnswer[],
  fill: (template: string) => Rendered,
): Pick<TheirRow, 'canned' | 'leftOut'> {
  const filled: CannedAnswer[] = [];
  const leftOut: { label: string; why: WhyNotCanned }[] = [];
  for (const { label, text: template } of canned) {
    const read = fill(template);
    if (!read.ok || read.text.trim() === '') leftOut.push({ label, why: 'no_value' });
    else if (read.text.length > longestAnswer) leftOut.push({ label, why: 'too_long' });
    else filled.push({ label, text: read.text });
  }
  return { canned: filled, leftOut };
}

/** The canned answer as this person reads it. */
export async function cannedFor(
  place: Place,
  campaign: Campaign | undefined,
  conversation: Pick<Conversation, 'number'>,
  label: string,
): Promise<string> {
  const row = campaign && (await readTheirRow(place, campaign, conversation));
  const answer = row?.canned.find((one) => one.label === label);
  if (answer) return answer.text;
  const why = row?.leftOut.find((one) => one.label === label)?.why;
  const because = why ? `: ${whyNotCanned[why]}` : '';
  const sentence = `“${label}” cannot be sent to this person${because}. Choose another one, or write your answer.`;
  throw new CampaignError('unknown_answer', sentence, 'cannedAnswer');
}

const whyNotCanned: Record<WhyNotCanned, string> = {
  no_value: 'the list lacks a value for it',
  too_long: `filled in, it has more than ${longestAnswer} characters`,
};
