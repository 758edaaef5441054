import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OutboundMessage } from '../../src/domain/reply/conversation.ts';

const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(`src/${path}`, 'utf8')]),
);

function callersOf(call: RegExp): string[] {
  return [...sources].flatMap(([path, text]) => (call.test(text) ? [path] : [])).sort();
}

/** Each way in which a text leaves, with what bounds it. A new one belongs into this table, with its bound and its tests. */
test('a text leaves in two ways only: claimed in a campaign, or claimed in a conversation', () => {
  expect(callersOf(/gateway\.send\(|\.messages\.(?:send|sendPostRequest)\b/)).toEqual([
    'services/sending/send-once.ts',
    'sms/vonage-client.ts',
  ]);
  expect(callersOf(/(?<!function )sendOnce\(/)).toEqual([
    'services/sending/send-claim.ts',
    'services/sending/send-direct.ts',
  ]);
});

test('in a conversation it is an answer of a person, or one of those that are counted and bounded', () => {
  expect(callersOf(/(?<!function )sendDirect\(/)).toEqual([
    'services/campaigns/test-messages.ts',
    'services/replies/automatic-answers.ts',
    'services/replies/groups/answer-all.ts',
    'services/replies/inbox.ts',
    'services/replies/thank-yous.ts',
  ]);
  expect(callersOf(/(?<!function )claimDirect\(/)).toEqual([
    'services/campaigns/test-messages.ts',
    'services/replies/automatic-answers.ts',
    'services/replies/groups/answer-all.ts',
    'services/replies/inbox.ts',
    'services/replies/thank-yous.ts',
  ]);
  const boundedBy: Record<OutboundMessage['purpose'], string> = {
    answer: 'one to a person for each form that a member submits',
    confirmation: 'mayAnswer: the person, and AUTO_ANSWERS_PER_DAY',
    test: 'whyNoMore: the person, the phone, the team',
    code: 'whyNoMore: the person, the phone, the team',
    thank_you: 'one for each conversation',
  };
  expect(Object.keys(boundedBy).sort()).toEqual([...OutboundMessage.shape.purpose.options].sort());
});
