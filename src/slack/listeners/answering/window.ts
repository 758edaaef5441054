import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { NoReply, ReplyInHand } from '../../../services/replies/answering.ts';
import { platformCode } from '../../api/slack-failure.ts';
import { answerRepliesModal, type Behind, type Place } from '../../ui/modals/answering/answer-replies.ts';
import { nothingWaitsModal } from '../../ui/modals/answering/nothing-waits.ts';
import type { Sentence } from '../../ui/parts/sentence.ts';
import { takenNote, wroteAgain } from '../../ui/words/taken-words.ts';
import { type ListenerDeps, submissionKey } from '../listener.ts';

type Inbox = ListenerDeps['inbox'];

/** What the window shows, and what of it is in the agent's hands. */
export type Shown = { view: ModalView; inHand: ReplyInHand | undefined };

/** How the press on what lay before the agent ended: it goes on, or stays since the person wrote again or nothing left. */
export type Turn = { kind: 'done' | 'skipped' | 'kept' | 'unseen' | 'taken' } | { kind: 'not_sent'; note: Sentence };

/** Names what one press in the window sends: pressed twice, or by its button and its submit, it is one text. */
export function turnKey(view: { id: string; hash: string }, { done, seen }: Pick<Place, 'done' | 'seen'>): string {
  return `${submissionKey(view)}.${done}.${seen}`;
}

export function show(
  found: ReplyInHand | NoReply,
  behind: Behind,
  more: { note?: Sentence; typed?: string } = {},
): Shown {
  return found.kind === 'reply'
    ? { view: answerRepliesModal(found, behind, more), inHand: found }
    : { view: nothingWaitsModal(found, more.note), inHand: undefined };
}

/** A text that nobody has seen, and a colleague who was faster, are no errors: the window tells them and goes on. */
export async function turnAfter(act: () => Promise<unknown>): Promise<Turn> {
  return act().then(
    () => ({ kind: 'done' }),
    (error: unknown) => {
      if (error instanceof CampaignError && error.code === 'unseen_text') return { kind: 'unseen' };
      if (error instanceof CampaignError && error.code === 'taken') return { kind: 'taken' };
      throw error;
    },
  );
}

/** What the window shows after the turn: the same person again, or whoever comes next. */
export async function showAfter(
  turn: Turn,
  {
    inbox,
    place,
    by,
    typed = '',
    note: told,
  }: { inbox: Inbox; place: Place; by: UserId; typed?: string; note?: Sentence | undefined },
): Promise<Shown> {
  const { campaignId, conversationId } = place;
  const isMoving = turn.kind === 'done' || turn.kind === 'skipped' || turn.kind === 'taken';
  const behind = {
    done: place.done + (turn.kind === 'done' ? 1 : 0),
    skipped: turn.kind === 'skipped' ? [...place.skipped, conversationId] : place.skipped,
    among: place.among,
  };
  const ask = { by, skipped: behind.skipped, among: place.among, ...(!isMoving && { stay: conversationId }) };
  const found = await inbox.next(campaignId, ask);
  const isSame = found.kind === 'reply' && found.conversation.id === conversationId;
  if (!isMoving && isSame) return show(found, behind, { ...noteOf(turn), typed });
  if (turn.kind === 'done' || turn.kind === 'skipped') return show(found, behind, told ? { note: told } : {});
  const note = takenNote(await inbox.open(conversationId, by), { now: found.at, typed });
  return show(found, behind, { note });
}

function noteOf(turn: Turn): { note?: Sentence } {
  if (turn.kind === 'unseen') return { note: wroteAgain };
  return turn.kind === 'not_sent' ? { note: turn.note } : {};
}

/**
 * Puts it into the open window, as it was when the agent pressed. Two presses at once lead to one and the same view; a
 * window that was closed meanwhile must not keep what was to be shown in it.
 */
export async function putInto(
  window: { id: string; hash: string },
  { view, inHand }: Shown,
  { client, inbox, by }: { client: WebClient; inbox: Inbox; by: UserId },
): Promise<void> {
  await client.views.update({ view_id: window.id, hash: window.hash, view }).catch(async (error: unknown) => {
    const code = platformCode(error);
    if (code === 'hash_conflict') return;
    if (inHand) await inbox.release(inHand.conversation.id, by);
    if (code !== 'not_found') throw error;
  });
}

/** Opens the window; what it was to show is free again if Slack does not take it any more. */
export async function openWindow(
  triggerId: string,
  { view, inHand }: Shown,
  { client, inbox, by }: { client: WebClient; inbox: Inbox; by: UserId },
): Promise<void> {
  await client.views.open({ trigger_id: triggerId, view }).catch(async (error: unknown) => {
    if (inHand) await inbox.release(inHand.conversation.id, by);
    throw error;
  });
}
