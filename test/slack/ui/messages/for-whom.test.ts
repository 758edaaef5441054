import { describe, expect, test } from 'vitest';
import { Note } from '../../../../src/domain/campaign/announcement.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { aCampaign, approver, aReport } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const since = '2026-11-23T15:00:00.000Z';
const context = { campaign: aCampaign(), recipients: [], report: aReport() };
const bothOf = '@U0AUTHOR and @U0APPROVER: this is for you.';

describe('who has to hear of it', () => {
  test.each([
    ['an approval', { kind: 'approved', by: approver }, '@U0AUTHOR: this is for you.'],
    ['a pause by itself', { kind: 'paused', by: null, reason: 'provider_trouble', detail: null, inFlight: 0 }, bothOf],
    ['replies that nobody answers', { kind: 'hold_lasts', unanswered: 4, since }, bothOf],
    ['a provider that takes nothing', { kind: 'provider_waits', because: 'busy', since }, bothOf],
    ['people in doubt', { kind: 'unconfirmed', cause: 'crash', nos: [], count: 3 }, bothOf],
    ['the end', { kind: 'completed' }, bothOf],
    ['a stop for good', { kind: 'failed', detail: 'the list changed' }, bothOf],
    ['a cancel', { kind: 'cancelled', by: approver, inFlight: 0, skipped: 3 }, '@U0AUTHOR: this is for you.'],
  ] as const)('of %s is mentioned, but not who did it', (_, note, mention) => {
    const { blocks, text } = noteMessage(Note.parse(note), context);
    expect(textOf(blocks).split('\n')).toContain(mention);
    expect(text.split('this is for you')).toHaveLength(2);
  });

  test.each([
    { kind: 'started' },
    { kind: 'paused', by: approver, reason: 'person', detail: null, inFlight: 0 },
    { kind: 'sent_all' },
    { kind: 'hold_began', unanswered: 4, resumeAt: 3 },
  ] as const)('of what people expect or did themselves nobody is called: %j', (note) => {
    expect(textOf(noteMessage(Note.parse(note), context).blocks)).not.toContain('this is for you');
  });
});
