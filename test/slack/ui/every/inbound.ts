import type { Reading } from '../../../../src/domain/reply/words/reading.ts';
import { formerCard } from '../../../../src/slack/ui/messages/replies/former-card.ts';
import { conversationCard } from '../../../../src/slack/ui/messages/replies/inbound.ts';
import type { Message } from '../../../../src/slack/ui/parts/message.ts';
import { agent } from '../../../support/builders.ts';
import { worstCampaign } from '../worst/campaigns.ts';
import type { Data } from '../worst/data.ts';
import { manyTexts, worstConversation } from '../worst/replies.ts';

export function everyInbound(reading: Reading, data: Data): [string, Message][] {
  return (['open', 'claimed', 'handled'] as const).flatMap((status): [string, Message][] => {
    const conversation = worstConversation(data, { status, handledBy: status === 'handled' ? agent : null }, reading);
    return [
      [`former card, ${reading}, ${status}`, formerCard(conversation, 0, 1)],
      [`inbound ${reading}, ${status}`, conversationCard(conversation, 0, { campaign: worstCampaign(data) })],
      [`inbound ${reading}, ${status}, many texts`, conversationCard(manyTexts(conversation), 0, { campaign: null })],
      [`inbound ${reading}, ${status}, of no campaign`, conversationCard(conversation, 0, { campaign: null })],
    ];
  });
}
