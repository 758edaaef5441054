import { longestAnswer } from '../../domain/answering/answering.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { parseTemplate, placeholders, renderMessage } from '../../domain/message/template.ts';
import { personKey } from '../../domain/phone/person.ts';
import { isCostly, isOwnNumber, isTextable } from '../../domain/phone/reach.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { MissedBecause } from '../../domain/reply/group.ts';
import type { StoreReader } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';

type TextFor = { kind: 'text'; text: string } | { kind: 'missed'; why: MissedBecause };

/** The text as the person reads it, with the values that the campaign's list has of them; or why they get nothing. */
export async function textFor(
  { store, settings }: Pick<Deps, 'store' | 'settings'>,
  campaign: Campaign,
  { number, sender }: Conversation,
  template: string,
): Promise<TextFor> {
  if (store.suppressions.blocks(number)) return { kind: 'missed', why: 'opted_out' };
  const mayBeTexted =
    settings.senders.has(sender) &&
    !isOwnNumber(number, settings.senders.keys()) &&
    isTextable(number) &&
    !isCostly(number);
  if (!mayBeTexted) return { kind: 'missed', why: 'cannot_be_texted' };
  const parsed = parseTemplate(template);
  const recipient = placeholders(parsed).length > 0 ? await recipientOf(store, campaign, { number }) : undefined;
  const rendered = renderMessage(parsed, campaign.list.columns, recipient?.values ?? []);
  if (!rendered.ok) return { kind: 'missed', why: 'no_value' };
  if (rendered.text.length > longestAnswer) return { kind: 'missed', why: 'too_long' };
  return { kind: 'text', text: rendered.text };
}

/** The person on the campaign's list, if they are among the few last texted at this number. */
export async function recipientOf(
  { recipients }: Pick<StoreReader, 'recipients'>,
  { id }: Pick<Campaign, 'id'>,
  { number }: Pick<Conversation, 'number'>,
): Promise<Recipient | undefined> {
  const key = personKey(number);
  return (await recipients.texted(number)).find((one) => one.campaignId === id && personKey(one.number) === key);
}
