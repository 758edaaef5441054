import { PhoneNumber } from '../../src/domain/ids.ts';
import { type Conversation, type InboundMessage, isUnanswered } from '../../src/domain/reply/conversation.ts';
import { conversationCard } from '../../src/slack/ui/messages/replies/inbound.ts';
import type { BlockJson } from '../slack/block-json.ts';
import { textOfBlocks } from '../slack/people/text-of.ts';
import { type Desk, openDesk, sender } from './desk.ts';
import { draftCampaign, sendCampaign } from './send-campaign.ts';

/** What was decided about one text from a phone, and what the team sees of it. */
export type TextVerdict = {
  text: string;
  right: string | null;
  answer: number;
  decision:
    | 'opt-out'
    | 'held for a person'
    | 'a quotation'
    | 'an automatic reply'
    | 'waits for an answer'
    | 'opt-in'
    | 'help'
    | 'counted'
    | 'not taken';
  /** No campaign texts this person, for now or for good. */
  isBlocked: boolean;
  /** Somebody has to answer it. */
  isWaiting: boolean;
  card: string[];
};

export type TextsVerdict = { kind: 'texts'; campaignText: string; texts: TextVerdict[] };

/** A text or a whole webhook, with what should become of it. */
export type TextCase = { inbound: Record<string, unknown>; right: string | null };

/** Sends a campaign to one phone for each text, and lets the phones answer. */
export async function decideTexts(
  cases: readonly TextCase[],
  campaignText: string,
  country: string,
): Promise<TextsVerdict> {
  const desk = await openDesk(country);
  try {
    const phones = cases.map(({ inbound }, no) => phoneOf(inbound.from) ?? `1201${5_550_101 + no}`);
    const { campaign } = await draftCampaign(
      desk,
      campaignText,
      [...new Set(phones)].map((phone) => `+${phone}`).join('\n'),
    );
    await sendCampaign(desk, campaign);
    const texts: TextVerdict[] = [];
    for (const [no, one] of cases.entries()) {
      texts.push(
        await receive(desk, { ...one, inbound: { ...one.inbound, from: one.inbound.from ?? phones[no] } }, no),
      );
    }
    return { kind: 'texts', campaignText, texts };
  } finally {
    await desk.close();
  }
}

/** Delivers one text as the provider does, and looks what became of it. */
export async function receive(desk: Desk, { inbound, right }: TextCase, no: number): Promise<TextVerdict> {
  const body = {
    channel: 'sms',
    message_uuid: `case-${no}-${Date.now()}`,
    to: sender,
    timestamp: new Date().toISOString(),
    ...inbound,
  };
  const known = new Set((await conversations(desk)).flatMap(({ messages }) => messages.map(({ id }) => id)));
  const answer = await desk.deliver(body);
  const found = (await conversations(desk)).flatMap((conversation) =>
    conversation.messages.flatMap((message) =>
      message.direction === 'in' && !known.has(message.id) ? [{ conversation, message }] : [],
    ),
  )[0];
  const text = typeof inbound.text === 'string' ? inbound.text : (found?.message.text ?? '');
  if (!found) return { text, right, answer, decision: 'not taken', isBlocked: false, isWaiting: false, card: [] };
  return { text, right, answer, ...(await whatBecame(desk, found)) };
}

const decisions = {
  opt_out: 'opt-out',
  maybe_opt_out: 'held for a person',
  expected: 'counted',
  quotation: 'a quotation',
  automatic: 'an automatic reply',
  reply: 'waits for an answer',
  opt_in: 'opt-in',
  help: 'help',
} as const;

async function whatBecame(
  { store, campaigns }: Desk,
  { conversation, message }: { conversation: Conversation; message: InboundMessage },
): Promise<Pick<TextVerdict, 'decision' | 'isBlocked' | 'isWaiting' | 'card'>> {
  const campaign = conversation.campaignId ? await campaigns.get(conversation.campaignId) : null;
  const { blocks } = conversationCard(conversation, conversation.messages.indexOf(message), {
    campaign,
    suppression: (await store.suppressions.get(conversation.number)) ?? null,
  });
  return {
    decision: decisions[message.reading],
    isBlocked: store.suppressions.blocks(conversation.number),
    isWaiting: isUnanswered(conversation),
    card: textOfBlocks((blocks ?? []) as unknown as BlockJson[], (id) => id).split('\n'),
  };
}

async function conversations({ store, campaigns }: Desk): Promise<Conversation[]> {
  const ids = [null, ...(await campaigns.list()).map(({ id }) => id)];
  return (await Promise.all(ids.map((id) => store.conversations.ofCampaign(id)))).flat();
}

function phoneOf(from: unknown): string | undefined {
  const digits = typeof from === 'string' ? from.replace(/\D/g, '') : '';
  return PhoneNumber.safeParse(`+${digits}`).success ? digits : undefined;
}
