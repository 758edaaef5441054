import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { parseTemplate, placeholders, renderMessage } from '../../../domain/message/template.ts';
import { personKey } from '../../../domain/phone/person.ts';
import { isCostly, isOwnNumber, isTextable } from '../../../domain/phone/reach.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { MissedBecause } from '../../../domain/reply/group.ts';
import type { Deps } from '../../deps.ts';

export type GroupText = { kind: 'text'; text: string } | { kind: 'missed'; why: MissedBecause };

/** The text as the person reads it, with the values that the campaign's list has of them; or why they get nothing. */
export async function groupTextFor(
  { store, settings }: Pick<Deps, 'store' | 'settings'>,
  campaign: Campaign,
  { number, sender }: Conversation,
  template: string,
): Promise<GroupText> {
  if (store.suppressions.blocks(number)) return { kind: 'missed', why: 'opted_out' };
  const mayBeTexted =
    settings.senders.has(sender) &&
    !isOwnNumber(number, settings.senders.keys()) &&
    isTextable(number) &&
    !isCostly(number);
  if (!mayBeTexted) return { kind: 'missed', why: 'cannot_be_texted' };
  const parsed = parseTemplate(template);
  const values = placeholders(parsed).length > 0 ? await valuesOf(store, campaign, number) : [];
  const rendered = renderMessage(parsed, campaign.list.columns, values);
  return rendered.ok ? { kind: 'text', text: rendered.text } : { kind: 'missed', why: 'no_value' };
}

async function valuesOf(
  store: Deps['store'],
  { id }: Campaign,
  number: Conversation['number'],
): Promise<readonly string[]> {
  const texted = await store.recipients.texted(number);
  const key = personKey(number);
  return texted.find((one) => one.campaignId === id && personKey(one.number) === key)?.values ?? [];
}
