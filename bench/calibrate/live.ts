import type { CampaignId, ConversationId, Instant, PhoneNumber, SenderId, UserId } from '../../src/domain/ids.ts';
import type { Happened } from '../../src/domain/rehearsal/foretold.ts';
import type { TeamMeasure } from '../../src/domain/rehearsal/measure.ts';
import type { Conversation } from '../../src/domain/reply/conversation.ts';
import { measureCampaign } from '../../src/domain/team/measure-campaign.ts';
import { openAndWaits } from '../../src/domain/team/what-happened.ts';
import { runWorld, type Text } from '../compare/run-world.ts';
import type { Sending } from './team.ts';

/** What a campaign was like, and what is counted of it. */
export type Lived = { happened: Happened; measure: TeamMeasure };

/** With a hold, replies older than that hold as well. */
export const answerWithinS = 3_600;
const weekMs = 7 * 86_400_000;

/** Sends it on a virtual clock, and counts as a running program does a week later. */
export function live({ world, throttle }: Sending): Lived {
  const { texts, finish } = runWorld(world, { throttle, answerWithinS });
  const conversations = texts.flatMap((text, no) => (text.cameMs === null ? [] : [conversationOf(text, no)]));
  const now = new Date(world.startMs + weekMs);
  const texted = texts.map(({ textedMs }, no) => ({ number: numberOf(no), at: instant(textedMs) }));
  return {
    happened: { doneMs: world.startMs + finish * 60_000, ...openAndWaits(conversations, world.hours, now) },
    measure: measureCampaign(texted, conversations, { zone: 'UTC', hours: world.hours, now }),
  };
}

function conversationOf({ cameMs, dealtMs, by }: Text, no: number): Conversation {
  return {
    id: `c${no}` as ConversationId,
    version: 1,
    campaignId: 'k' as CampaignId,
    number: numberOf(no),
    sender: 's' as SenderId,
    name: null,
    status: dealtMs === null ? 'open' : 'handled',
    handledBy: by as UserId | null,
    messages: [
      { direction: 'in', id: `m${no}`, text: 'When?', reading: 'reply', at: instant(cameMs ?? 0), post: null },
    ],
    decisions: dealtMs === null ? [] : [{ kind: 'handled', by: by as UserId, at: instant(dealtMs), after: 1 }],
  };
}

function numberOf(no: number): PhoneNumber {
  return `+4915${String(no).padStart(9, '0')}` as PhoneNumber;
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
