import type { PhoneNumber } from '../../domain/ids.ts';
import { messageFor } from '../../domain/message/template.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Store } from '../../ports/store.ts';

/** This many of our texts per conversation; older ones are hardly quoted. */
const newestTexts = 4;

/**
 * What this person may have got from us, the likeliest to be quoted first: the messages of campaigns as they read for
 * them, newest first, and what was written to them under each.
 */
export async function ourTexts(store: Store, number: PhoneNumber): Promise<string[]> {
  const recipients = await store.recipients.texted(number);
  const messages = await Promise.all(recipients.map((recipient) => messageTo(store, recipient)));
  const campaigns = new Set([...recipients.map(({ campaignId }) => campaignId), null]);
  const answers = await Promise.all([...campaigns].map((id) => answersTo(store, id, number)));
  return [...messages.slice(0, 1), ...answers.slice(0, 1), ...messages.slice(1), ...answers.slice(1)].flat();
}

async function messageTo(store: Store, { campaignId, values }: Recipient): Promise<string[]> {
  const campaign = await store.campaigns.get(campaignId);
  if (!campaign) return [];
  const rendered = messageFor(campaign, { values });
  return rendered.ok ? [rendered.text] : [];
}

async function answersTo(store: Store, id: Recipient['campaignId'] | null, number: PhoneNumber): Promise<string[]> {
  const conversation = await store.conversations.find(id, number);
  const ours = conversation?.messages.filter((message) => message.direction === 'out') ?? [];
  return ours
    .filter(({ state }) => state !== 'not_sent' && state !== 'rejected')
    .slice(-newestTexts)
    .reverse()
    .map(({ text }) => text);
}
