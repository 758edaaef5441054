import { expect, test } from 'vitest';
import { formerCard } from '../../../../../src/slack/ui/messages/replies/former-card.ts';
import { aConversation, agent, anAnswer, anInbound } from '../../../../support/builders.ts';
import { buttonLabels, parts, textOf } from '../../read-blocks.ts';

test('a card that was replaced is one line without buttons, with what was decided', () => {
  const messages = [anInbound(), anInbound({ id: 'in-2', text: 'Hello?' }), anInbound({ id: 'in-3', text: 'New' })];
  const decisions = [{ kind: 'handled' as const, by: agent, at: '2026-11-23T14:45:00.000Z', after: 2 }];
  const { blocks } = formerCard(aConversation({ messages, decisions }), 0, 2);
  expect(textOf(blocks)).toBe(
    'Ada (•••• 0100) wrote: “Hello?” (and 1 earlier text). Handled by @U0AGENT. It goes on further down.',
  );
  expect(buttonLabels(blocks)).toEqual([]);
});

test('a card that was replaced keeps what was answered, and leads to the one that took its place', () => {
  const messages = [anInbound(), anAnswer({ text: 'Bring\ncake' }), anInbound({ id: 'in-2', text: 'And when?' })];
  const { blocks } = formerCard(aConversation({ messages }), 0, 2, 'https://team.slack.com/archives/C0SMS/p1');
  expect(textOf(blocks)).toBe(
    'Ada (•••• 0100) wrote: “Yes, with two friends”. @U0AGENT answered: “Bring cake”. It goes on further down.',
  );
  expect(parts(blocks)).toContainEqual(expect.objectContaining({ type: 'link', text: 'It goes on' }));
});
