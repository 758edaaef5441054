import type { Campaign } from '../../domain/campaign/campaign.ts';
import { hoursOf } from '../../domain/campaign/pace-of.ts';
import type { Happened } from '../../domain/rehearsal/foretold.ts';
import type { Expected } from '../../domain/rehearsal/rehearse.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { openAndWaits } from '../../domain/team/what-happened.ts';

/** What was foretold at the approval, and what happened until now. */
export type Grade = { expected: Expected; happened: Happened };

/** Null before every message has left, and where nothing was foretold. */
export function gradeOf(campaign: Campaign, conversations: readonly Conversation[], now: Date): Grade | null {
  const { foretold, settlingSince } = campaign;
  if (!foretold || !settlingSince) return null;
  const happened = { doneMs: Date.parse(settlingSince), ...openAndWaits(conversations, hoursOf(campaign), now) };
  return { expected: foretold.expected, happened };
}
