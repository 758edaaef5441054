import { describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../../../src/domain/ids.ts';
import { actions } from '../../../../../src/slack/ids.ts';
import { conversationCard } from '../../../../../src/slack/ui/messages/replies/inbound.ts';
import { aConversation, agent, anInbound, aSuppression } from '../../../../support/builders.ts';
import { buttonLabels, buttonNamed, textOf } from '../../read-blocks.ts';
import { menuOf, shownAs } from './inbound-scene.ts';

describe('a text that is no plain reply', () => {
  test('that may be an opt-out asks for a decision and nothing else', () => {
    const { blocks } = shownAs({ messages: [anInbound({ reading: 'maybe_opt_out', text: 'leave me alone' })] });
    expect(textOf(blocks)).toContain('Nothing is sent to this number until you press Opt out or Keep texting.');
    expect(buttonLabels(blocks)).toEqual(['Opt out', 'Keep texting']);
    expect(buttonNamed(blocks, 'Keep texting').action_id).toBe(actions.keepTexting);
  });

  test('of somebody else asks whether it is the right person', () => {
    const text = anInbound({ reading: 'maybe_opt_out', wrongPerson: true, text: 'Wrong number' });
    const { blocks } = shownAs({ messages: [text] });
    expect(textOf(blocks)).toContain('They say that the person you meant does not have this number');
    expect(buttonLabels(blocks)).toEqual(['Keep suppressed', 'Right person']);
    expect(buttonNamed(blocks, 'Right person').action_id).toBe(actions.keepTexting);
    const optOut = anInbound({ reading: 'maybe_opt_out', text: 'and can you stop asking' });
    expect(buttonLabels(shownAs({ messages: [text, optOut] }).blocks)).toEqual(['Opt out', 'Keep texting']);
  });

  test('that nobody decided about says so', () => {
    const text = anInbound({ reading: 'opt_out', undecided: true, text: 'leave me alone' });
    const { blocks } = shownAs({ status: 'handled', messages: [text] }, 0, aSuppression());
    expect(textOf(blocks)).toContain('Nobody decided within 24 hours, so it counts as an opt-out');
  });

  test('that was decided to be an opt-out asks no more', () => {
    const messages = [anInbound({ reading: 'opt_out', text: 'leave me alone' })];
    const { blocks } = shownAs({ status: 'handled', handledBy: agent, messages }, 0, aSuppression());
    expect(buttonLabels(blocks)).toEqual([]);
    expect(textOf(blocks)).toContain('Handled by @U0AGENT.');
  });

  test('that is an opt-out cannot be answered', () => {
    const { blocks } = shownAs({ messages: [anInbound({ reading: 'opt_out', text: 'STOP' })] }, 0, aSuppression());
    expect(textOf(blocks)).toContain('They opted out: campaigns will not text this number again.');
    expect(buttonLabels(blocks)).toEqual([]);
    expect(menuOf(blocks).map(({ text: { text } }) => text)).toEqual(['Show number', 'Why?']);
  });

  test('that is a START says so, unless the person has opted out since', () => {
    const messages = [anInbound({ reading: 'opt_in', text: 'START' })];
    expect(textOf(shownAs({ messages }).blocks)).toContain('campaigns may text this number from now on');
    const { blocks } = shownAs({ messages }, 0, aSuppression());
    expect(textOf(blocks)).toContain(
      'They wrote START before their opt-out, which stays: campaigns do not text this number.',
    );
    expect(textOf(blocks)).not.toContain('from now on');
    const goesOn = shownAs({ messages: [...messages, anInbound({ id: 'in-2', text: 'Hello?' })] }, 0, aSuppression());
    expect(textOf(goesOn.blocks)).not.toContain('from now on');
  });

  test.each([
    ['was written before the START and came after it', ['opt_in', 'opt_out'] as const],
    ['was lifted by an admin', ['opt_out'] as const],
    ['was lifted by an admin before they went on', ['opt_out', 'reply'] as const],
  ])('that is a STOP which %s does not say that it holds, and can be decided about', (_what, readings) => {
    const messages = readings.map((reading, no) => anInbound({ id: `in-${no}`, reading, text: reading }));
    const { blocks, text } = shownAs({ messages });
    for (const said of [textOf(blocks), text]) {
      expect(said).toContain('They opted out, which was taken back since: campaigns may text this number.');
      expect(said).not.toContain('They opted out: campaigns do not');
    }
    expect(menuOf(blocks).map(({ text: { text } }) => text)).toContain('Opt out');
    const held = shownAs({ messages }, 0, aSuppression({ kind: 'held' }));
    expect(textOf(held.blocks)).not.toContain('since: campaigns may text');
  });

  test('whose digits are two numbers says whose they may be, and that an opt-out holds for both', () => {
    const mayBeOf = [PhoneNumber.parse('+4792123456')];
    const messages = [anInbound({ text: 'Hello', mayBeOf })];
    const { blocks, text } = shownAs({ number: PhoneNumber.parse('+14792123456'), messages });
    for (const said of [textOf(blocks), text]) {
      expect(said).toContain(
        'The number came without its country code: it is one of United States or Norway. An opt-out holds for both.',
      );
    }
    expect(textOf(shownAs().blocks)).not.toContain('country code');
  });

  test('that only repeats ours is one quiet line with nothing to do, whatever the conversation waits for', () => {
    const reaction = anInbound({ id: 'in-2', reading: 'quotation', text: 'Liked “Hi Ada, will you come?”' });
    const { blocks, text } = shownAs({ messages: [anInbound(), reaction] }, 1);
    expect(textOf(blocks)).toContain(
      'Ada (•••• 0100) reacted to our text or quoted it at 15:40 on 23 Nov (Europe/Berlin). No answer is needed.',
    );
    expect(textOf(blocks)).toContain('Liked “Hi Ada, will you come?”');
    expect(text).toBe('Ada (•••• 0100) reacted to our text or quoted it. No answer is needed.');
    expect(buttonLabels(blocks)).toEqual([]);
    expect(menuOf(blocks).map(({ text: { text } }) => text)).toEqual([
      'Opt out',
      'Show number',
      'History',
      'Lives elsewhere',
      'Why?',
    ]);
    const handled = shownAs({ status: 'handled', messages: [reaction] });
    expect(textOf(handled.blocks)).not.toContain('Handled');
  });

  test('that belongs to no campaign says to which sender it came', () => {
    const { blocks } = conversationCard(aConversation({ campaignId: null, name: null }), 0, { campaign: null });
    expect(textOf(blocks)).toContain('•••• 0100 wrote');
    expect(textOf(blocks)).toContain('It came to +12015550123 and belongs to no campaign.');
  });
});
