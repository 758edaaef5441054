import { describe, expect, test } from 'vitest';
import { ConversationId } from '../../../../../src/domain/ids.ts';
import { answerRepliesModal, readPlace } from '../../../../../src/slack/ui/modals/answering/answer-replies.ts';
import { waitedWords } from '../../../../../src/slack/ui/words/waited-words.ts';
import { aConversation, anInbound } from '../../../../support/builders.ts';
import { textOf } from '../../read-blocks.ts';
import { worstReply } from '../../worst/replies.ts';

const data = { name: 'Reunion', short: 'Ada', text: 'Yes' };
const other = ConversationId.parse('bbbbefgh2345');
const reply = { ...worstReply(data), open: 15, waitedMs: 12 * 60_000 };
const fieldsOf = (view: ReturnType<typeof answerRepliesModal>) =>
  view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));

describe('the window that shows one reply after the other', () => {
  test('says which of how many it is: what was answered and what was skipped lies behind', () => {
    const view = answerRepliesModal(reply, { done: 1, skipped: [other] });
    expect(textOf(view.blocks)).toContain('3 of 17, waiting 12 minutes');
  });

  test('has empty fields for each person, and for the same one in a later turn', () => {
    const first = answerRepliesModal(reply, { done: 0, skipped: [] });
    expect(fieldsOf(first)).toHaveLength(4);
    const next = answerRepliesModal({ ...reply, conversation: aConversation({ id: other }) }, { done: 0, skipped: [] });
    const again = answerRepliesModal(reply, { done: 1, skipped: [] });
    const all = [first, next, again].flatMap(fieldsOf);
    expect(new Set(all).size).toBe(all.length);
    expect(fieldsOf(answerRepliesModal(reply, { done: 0, skipped: [] }, { typed: 'Yes' }))).toEqual(fieldsOf(first));
  });

  test('says of whoever asked and then opted out that no answer goes to them', () => {
    const asked = anInbound({ id: 'asked', text: 'When?' });
    const stop = anInbound({ id: 'stop', text: 'STOP', reading: 'opt_out' });
    const said = (messages: (typeof asked)[]) =>
      textOf(
        answerRepliesModal({ ...reply, conversation: aConversation({ messages }) }, { done: 0, skipped: [] }).blocks,
      );
    expect(said([asked, stop])).toContain('They have opted out since, so no answer goes to them. Press Handled, next.');
    expect(said([stop, asked])).not.toContain('opted out since');
  });

  test('remembers no more of what was skipped than Slack keeps for it', () => {
    const skipped = Array.from({ length: 1_000 }, () => other);
    const view = answerRepliesModal(reply, { done: 0, skipped });
    expect(view.private_metadata!.length).toBeLessThan(3_000);
    expect(readPlace({ private_metadata: view.private_metadata! }).skipped).toHaveLength(150);
  });
});

test.each([
  [-5_000, 'waiting less than a minute'],
  [59_999, 'waiting less than a minute'],
  [12 * 60_000 + 31_000, 'waiting 12 minutes'],
  [65 * 60_000, 'waiting 1 hour 5 minutes'],
  [53.5 * 3_600_000, 'waiting 2 days 5 hours'],
])('%i ms is told as "%s"', (ms, words) => {
  expect(waitedWords(ms)).toBe(words);
});
