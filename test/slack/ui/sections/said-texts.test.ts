import { expect, test } from 'vitest';
import type { OutboundMessage } from '../../../../src/domain/reply/conversation.ts';
import { saidText } from '../../../../src/slack/ui/sections/said-texts.ts';
import { aConversation, agent, anAnswer } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

test.each<[OutboundMessage['state'], string]>([
  ['delivered', ' (UTC):'],
  ['not_sent', ' (UTC), not sent:'],
  ['rejected', ' (UTC), not sent:'],
  ['undeliverable', ' (UTC), not delivered:'],
  ['unconfirmed', ' (UTC), unconfirmed:'],
])('an answer that is %s says so', (state, end) => {
  const said = textOf([saidText(anAnswer({ state }), aConversation(), 'UTC')]);
  expect(said.split('\n')[0]).toMatch(new RegExp(`^@${agent} answered at .*${end.replace(/[()]/g, '\\$&')}$`));
});
