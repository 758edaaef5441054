import { expect, test } from 'vitest';
import type { Note } from '../../../../src/domain/campaign/announcement.ts';
import type { Recipient } from '../../../../src/domain/recipient/recipient.ts';
import { type BatchNote, mergeBatchNotes } from '../../../../src/slack/ui/messages/batch-notes.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { nowSentences } from '../../../../src/slack/ui/words/status-words.ts';
import { aCampaign, agent, aProgress, aReport } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const batch = (no: number, overrides: Partial<BatchNote> = {}): BatchNote => ({
  kind: 'batch',
  no,
  accepted: 50,
  refused: 0,
  unconfirmed: 0,
  nextAt: '2026-11-23T15:05:00.000Z',
  ...overrides,
});

const at = '2026-11-23T15:00:00.000Z';
const context = { campaign: aCampaign(), recipients: [], report: aReport() };

function posted(note: Note, recipients: readonly Recipient[] = [], report = aReport()) {
  return noteMessage(note, { campaign: aCampaign(), recipients, report });
}

test.each<[Note, string]>([
  [{ kind: 'approved', by: agent }, 'Approved by @U0AGENT.\n@U0AUTHOR: this is for you.'],
  [batch(3, { refused: 1 }), 'Batch 3: 50 sent, 1 failed.'],
  [batch(3, { nextAt: null }), 'Batch 3: 50 sent. It was the last batch.'],
  [
    { kind: 'hold_began', unanswered: 14, resumeAt: 10 },
    'Held at 16:00 on 23 Nov (Europe/Berlin): 14 replies were unanswered. The hold ends when 10 or fewer are left.',
  ],
  [
    {
      kind: 'hold_began',
      unanswered: 34,
      resumeAt: 10,
      others: Array.from({ length: 30 }, (_, no) => ({ name: `*<Autumn & ${no}>*`, replies: 1 })),
    },
    '34 replies were unanswered, 1 of them to “*<Autumn & 0>*”, 1 of them to “*<Autumn & 1>*” and more to others. The hold ends',
  ],
  [
    { kind: 'hold_lasts', unanswered: 14, since: '2026-11-23T13:00:00.000Z' },
    'Still held: 14 replies were unanswered, and nothing had been sent since 14:00 on 23 Nov (Europe/Berlin).',
  ],
  [{ kind: 'exported', by: agent }, 'exported the list with whole numbers and conversations.'],
  [{ kind: 'hold_ended', unanswered: 1 }, 'The hold ended: 1 reply was unanswered.'],
  [{ kind: 'resumed', by: agent }, 'Resumed by @U0AGENT.'],
  [
    { kind: 'paused', by: agent, reason: 'person', detail: null, inFlight: 3 },
    'Paused by @U0AGENT.\nWhat is on the way cannot be called back.',
  ],
  [
    { kind: 'cancelled', by: agent, inFlight: 0, skipped: 70 },
    'Cancelled by @U0AGENT. It is final: nobody else gets the message.',
  ],
])('tells the thread of %j', (note, sentence) => {
  expect(textOf(noteMessage(note, { ...context, at }).blocks)).toContain(sentence);
});

test.each([
  ['http_503', 'the SMS provider answered with error 503'],
  ['crash, timeout', 'Trickle was stopped while the message left and the SMS provider did not answer in time'],
  ['reset_by_peer', 'reset by peer'],
  ['1240', 'the person opted out or the network blocks this number'],
])('says %s in words', (cause, sentence) => {
  const { text } = posted({ kind: 'unconfirmed', cause, nos: [], count: 1 });
  expect(text).toContain(`1 person may or may not have got the message: ${sentence}.`);
});

test('counts nobody where nobody is left', () => {
  const started = noteMessage({ kind: 'started' }, { ...context, audience: 0 });
  expect(textOf(started.blocks)).toContain('Sending begins, and nobody on the list gets it as it stands.');
  const cancelled = posted({ kind: 'cancelled', by: agent, inFlight: 0, skipped: 0 });
  expect(textOf(cancelled.blocks)).toMatch(/It is final: nobody else gets the message\.$/m);
  const campaign = aCampaign({ status: 'scheduled' });
  const waiting = nowSentences(aReport({ campaign, audience: 0 }))
    .flat()
    .join('');
  expect(waiting).toBe('Nobody on the list gets it as it stands.');
});

test('says how far a campaign got that was cancelled', () => {
  const note: Note = { kind: 'cancelled', by: agent, inFlight: 0, skipped: 70 };
  expect(posted(note).text).toContain(
    'As of 16:01 on 23 Nov (Europe/Berlin): 120 people: 50 sent (40 delivered), 70 to come. 3 replied (1 unanswered), 2 opted out.',
  );
});

test('a cancel says in one figure how many never get the message, whoever was left out before', () => {
  const cancelling = aReport({
    campaign: aCampaign({ status: 'cancelling' }),
    progress: aProgress({ queued: 60, skipped: 1, claimed: 3, delivered: 136 }),
  });
  const note: Note = { kind: 'cancelled', by: agent, inFlight: 3, skipped: 60 };
  const said = textOf(posted(note, [], cancelling).blocks);
  expect(said).toContain('200 people: 136 sent (all delivered), 3 on the way, 61 never get it.');
  expect(said.match(/never get it|will not get/g)).toHaveLength(1);
  const alone = noteMessage(note, { campaign: aCampaign(), recipients: [], report: null });
  expect(textOf(alone.blocks)).toContain('It is final: 60 people will not get a message.');
});

test('several batches that waited become one report, whatever their order', () => {
  const { blocks } = mergeBatchNotes([batch(5, { refused: 2, nextAt: null }), batch(3), batch(4, { unconfirmed: 1 })]);
  expect(textOf(blocks)).toBe('Batches 3 to 5: 150 sent, 2 failed and 1 unconfirmed. It was the last batch.');
});
