import { expect, test } from 'vitest';
import { didYouMean } from '../../../src/slack/listeners/commands/did-you-mean.ts';
import { helpMessage } from '../../../src/slack/ui/messages/help.ts';
import { textOf } from '../ui/read-blocks.ts';

test.each([
  ['puase', 'pause'],
  ['stauts', 'status'],
  ['Resum', 'resume'],
  ['opt-out', 'optout'],
  ['expotr', 'export'],
  ['halp', 'help'],
  ['anser', 'answer'],
  ['remnid', 'remind'],
  ['runing', 'list running'],
  ['—bacth', '--batch'],
  ['--evry', '--every'],
])('%s was meant to be %s', (typed, meant) => {
  expect(didYouMean(typed)).toBe(meant);
});

test.each(['', '0', 'no', 'finished', 'night', 'a&b', '--size', 'x'.repeat(3_000)])(
  '%s is like no command',
  (typed) => {
    expect(didYouMean(typed)).toBeUndefined();
  },
);

test('help proposes what was meant, ready to be typed', () => {
  const { blocks } = helpMessage({ unknownWord: 'puase', meant: didYouMean('puase') });
  expect(textOf(blocks)).toContain('Trickle does not understand puase here. Did you mean /sms-campaign pause?');
});
