import type { KnownBlock } from '@slack/types';
import { nothingForeseen } from '../../../domain/answering/answering.ts';
import { outcomeOfPress } from '../../../domain/answering/one-press.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { TheirRow } from '../../../services/replies/their-row.ts';
import { numbered } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { personName } from '../words/person-name.ts';

/** As many as a campaign may have. */
const most = 10;

/** What each canned answer says to this person, and a button that sends it at once. */
export function cannedAnswers(
  { campaign, conversation, row }: { campaign: Campaign; conversation: Conversation; row: TheirRow },
  { action, does }: { action: string; does: string },
): KnownBlock[] {
  const offered = row.canned.slice(0, most);
  const leftOut = row.leftOut.slice(0, most).map(whyLeftOut);
  if (offered.length === 0) return leftOut.length > 0 ? [richText(lines(...leftOut))] : [];
  const answering = campaign.answering ?? nothingForeseen;
  const says = offered.map(({ label, text }): Sentence => {
    const sets = outcomeOfPress(answering, label) === undefined ? '' : ' (and outcome)';
    return [{ bold: oneLine(label) }, `${sets}: ${cut(oneLine(text), shown.excerpt)}`];
  });
  const pressed = buttons(
    offered.map(({ label }, no) =>
      button({
        label,
        action: numbered(action, no),
        value: label,
        spoken: `${label}: send to ${personName(conversation)}`,
      }),
    ),
  );
  return [richText(lines([`One press ${does}:`], ...says, ...leftOut)), ...(pressed ? [pressed] : [])];
}

function whyLeftOut({ label, why }: TheirRow['leftOut'][number]): Sentence {
  const because = { no_value: 'the list lacks a value for it', too_long: 'it is too long for them' }[why];
  return [{ bold: oneLine(label) }, ` cannot be sent: ${because}.`];
}
