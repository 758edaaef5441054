import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { UserId } from '../../../../domain/ids.ts';
import type { Conversation } from '../../../../domain/reply/conversation.ts';
import { views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { words } from '../../parts/button.ts';
import { fieldValue, formField } from '../../parts/form-field.ts';
import { passHint } from '../../words/hands-words.ts';
import { type Place, readPlace } from './answer-replies.ts';

/** What the window below was like when this one was laid on top. */
const Below = z.object({ hash: z.string() });

/** Asks who is to answer instead. */
export function passReplyModal(conversation: Conversation, place: Place, below: z.infer<typeof Below>): ModalView {
  return {
    type: 'modal',
    callback_id: views.passReply,
    private_metadata: JSON.stringify({ ...place, ...below }),
    title: words('Pass to…', limits.title),
    submit: words('Pass and next', limits.title),
    close: words('Back', limits.title),
    blocks: [
      formField(
        {
          field: 'passTo',
          label: 'Pass to',
          hint: passHint(conversation),
        },
        { type: 'users_select', placeholder: words('A colleague', limits.buttonText) },
      ),
    ],
  };
}

export function readPassReplyView(view: Pick<ViewOutput, 'state' | 'private_metadata'>): {
  place: Place;
  hash: string;
  to: UserId;
} {
  const { hash } = Below.parse(JSON.parse(view.private_metadata));
  return { place: readPlace(view), hash, to: UserId.parse(fieldValue(view, 'passTo')?.selected_user) };
}
