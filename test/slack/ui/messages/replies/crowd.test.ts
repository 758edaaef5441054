import { expect, test } from 'vitest';
import { textOfBlocks } from '../../../../../playground/slack/people/text-of.ts';
import type { Conversation } from '../../../../../src/domain/reply/conversation.ts';
import type { Suppression } from '../../../../../src/domain/reply/suppression.ts';
import { type CrowdLine, crowdCard } from '../../../../../src/slack/ui/messages/replies/crowd.ts';
import { aCampaign, aConversation, agent, anAnswer, anInbound, aSuppression } from '../../../../support/builders.ts';
import { parts } from '../../../ui/read-blocks.ts';

const campaign = aCampaign();
const now = new Date('2026-11-23T15:00:00.000Z');
const text = anInbound({ text: 'When is it?' });
const held = { at: '2026-11-23T14:50:00.000Z', by: agent };

function aLine(change: Partial<Conversation> = {}, more: Partial<CrowdLine> = {}): CrowdLine {
  const conversation = aConversation({ name: 'Ada', status: 'open', handledBy: null, messages: [text], ...change });
  return { conversation, texts: [text], suppression: null, ...more };
}

const card = (...crowd: CrowdLine[]) => crowdCard({ campaign, at: text.at, lines: crowd, isMore: false, now });
const shown = (...crowd: CrowdLine[]) => textOfBlocks(card(...crowd).blocks as never, () => 'Cleo').split('\n');
const buttons = (...crowd: CrowdLine[]) => parts(card(...crowd).blocks).filter(({ type }) => type === 'button');

const handled = { status: 'handled', handledBy: agent } as const;
const outcome = { label: 'Coming', by: null, at: now.toISOString() };

test.each<[string, Partial<Conversation>, Suppression?]>([
  ['open', {}],
  ['@Cleo is answering', { claim: { ...held, until: '2026-11-23T15:01:00.000Z' } }],
  ['open, with @Cleo', { owner: { member: agent, at: held.at, from: null } }],
  ['may want no more texts', { messages: [anInbound({ reading: 'maybe_opt_out' })] }],
  ['open, answer not sent', { messages: [text, anAnswer({ state: 'rejected' })] }],
  ['answered by @Cleo', { messages: [text, anAnswer({ state: 'delivered' })] }],
  ['answered by @Cleo, not delivered', { messages: [text, anAnswer({ state: 'undeliverable' })] }],
  ['answered by @Cleo, perhaps not sent', { messages: [text, anAnswer({ state: 'unconfirmed' })] }],
  ['handled by @Cleo', handled],
  ['counted as “Coming”', { ...handled, handledBy: null, outcome }],
  ['“Coming” by @Cleo', { ...handled, outcome: { ...outcome, by: agent } }],
  ['asked for help', { status: 'handled', messages: [anInbound({ reading: 'help' })] }],
  ['opted out', { status: 'handled', messages: [anInbound({ reading: 'opt_out' })] }, aSuppression()],
])('a line ends with where it stands: %s', (words, change, suppression) => {
  const [, , line] = shown(aLine(change, { suppression: suppression ?? null }));
  expect(line).toMatch(/^• Ada \(•••• \d{4}\): “When is it\?” · /);
  expect(line?.split(' · ').at(-1)).toBe(words);
});

test('the head counts who wrote and who is open, and the button holds the open ones', () => {
  const [open, done] = [aLine(), aLine(handled)];
  expect(shown(open, done).slice(0, 2)).toEqual(['2 people wrote at 15:40 on 23 Nov (Europe/Berlin)', '1 open']);
  expect(buttons(open, done).map(({ value }) => JSON.parse(String(value)).conversationIds)).toEqual([
    [open.conversation.id],
  ]);
});

test('when nobody waits there is nothing to answer', () => {
  expect(shown(aLine(handled))[1]).toBe('Nobody waits for an answer.');
  expect(buttons(aLine(handled))).toEqual([]);
});

test('whoever has a newer card does not wait here', () => {
  const moved = aLine({}, { goesOn: { link: 'https://slack.test/p1' } });
  expect(shown(moved)[2]).toContain('“When is it?” · goes on further down');
  expect(buttons(moved)).toEqual([]);
});

test('several texts stand on one line, and what is no text is named', () => {
  const texts = [text, anInbound({ text: '', attachment: 'picture' })];
  expect(shown(aLine({}, { texts }))[2]).toContain('“When is it? / (sent a picture)”');
});
