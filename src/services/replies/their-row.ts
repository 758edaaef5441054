import { type CannedAnswer, nothingForeseen } from '../../domain/answering/answering.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { messageFor } from '../../domain/message/template.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { StoreReader } from '../../ports/store.ts';
import { recipientOf } from './text-for.ts';

/** What the campaign's list knows of one person, and what that makes of its texts. */
export type TheirRow = {
  /** The message they got; null when it cannot be told any more. */
  message: string | null;
  /** The columns that the campaign shows to whoever answers, unless they are empty. */
  columns: readonly { name: string; value: string }[];
  /** The canned answers as this person would read them; those that lack a value for them are left out. */
  canned: readonly CannedAnswer[];
};

type Place = { store: Pick<StoreReader, 'recipients'> };

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
    canned: canned.flatMap(({ label, text }) => {
      const filled = messageFor({ template: text, list: campaign.list }, row);
      return filled.ok ? [{ label, text: filled.text }] : [];
    }),
  };
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
  const sentence = `“${label}” cannot be sent to this person. Choose another one, or write your answer.`;
  throw new CampaignError('unknown_answer', sentence, 'cannedAnswer');
}
