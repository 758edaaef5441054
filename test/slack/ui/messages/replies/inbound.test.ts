import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../../../src/domain/answering/answering.ts';
import { conversationCard } from '../../../../../src/slack/ui/messages/replies/inbound.ts';
import { readButtonValue } from '../../../../../src/slack/ui/parts/button-value.ts';
import {
  aCampaign,
  aConversation,
  agent,
  anAnswer,
  anInbound,
  aSuppression,
  conversationId,
} from '../../../../support/builders.ts';
import { buttonLabels, buttonNamed, parts, textOf } from '../../read-blocks.ts';
import { menuOf, shownAs } from './inbound-scene.ts';

test('a reply shows who wrote it, with a masked number, and what can be done', () => {
  const { blocks, text } = shownAs();
  expect(textOf(blocks)).toContain('Ada (•••• 0100) wrote at 15:40 on 23 Nov (Europe/Berlin):\nYes, with two friends');
  expect(text).toBe('Ada (•••• 0100) wrote: Yes, with two friends');
  expect(buttonLabels(blocks)).toEqual(['Reply', 'Handled']);
  expect(buttonNamed(blocks, 'Reply')).toMatchObject({
    style: 'primary',
    value: JSON.stringify({ on: 'conversation', conversationId, seen: 1 }),
    accessibility_label: 'Reply to the number •••• 0100',
  });
  expect(menuOf(blocks).map(({ text: { text } }) => text)).toEqual([
    'Pass to…',
    'Opt out',
    'Show number',
    'Lives elsewhere',
    'Why?',
  ]);
  expect(readButtonValue(menuOf(blocks)[2]?.value)).toEqual({
    on: 'person',
    wish: 'show_number',
    conversationId,
    seen: 1,
  });
});

test('what somebody asked before they opted out can be handled, and not be answered', () => {
  const stop = anInbound({ id: 'stop', text: 'STOP', reading: 'opt_out' });
  const { blocks } = shownAs({ messages: [anInbound(), stop] }, 0, aSuppression());
  expect(buttonLabels(blocks)).toEqual(['Handled']);
  const handled = shownAs({ messages: [anInbound(), stop], status: 'handled' }, 0, aSuppression());
  expect(buttonLabels(handled.blocks)).toEqual([]);
});

test('what a person wrote stays text', () => {
  const hostile = '<!channel> *win* https://bank.example <@U1> :tada:';
  const { blocks, text } = shownAs({ messages: [anInbound({ text: hostile })] });
  const quoted = parts(blocks).find(({ type }) => type === 'rich_text_quote');
  expect(quoted?.elements).toEqual([{ type: 'text', text: hostile }]);
  expect(text).toContain('&lt;!channel&gt; *win* https[:]//bank[.]example &lt;@U1&gt;');
});

test('shows the answers with what became of them, and the next one as less urgent', () => {
  const { blocks } = shownAs({
    messages: [
      anInbound(),
      anAnswer(),
      anAnswer({ text: 'Bring cake', state: 'undeliverable', reason: 'the phone is off' }),
    ],
  });
  expect(textOf(blocks)).toContain('@U0AGENT answered at 15:42: “Great, see you then” Sent.');
  expect(textOf(blocks)).toContain('“Bring cake” Not delivered (the phone is off). Try another way to reach them.');
  expect(buttonNamed(blocks, 'Reply')).not.toHaveProperty('style');
});

test('says once when it came: beside a post that is as old, Slack does', () => {
  const messages = [
    anInbound(),
    anAnswer(),
    anInbound({ id: 'in-2', text: 'And when?', at: '2026-11-24T08:00:00.000Z' }),
  ];
  const shown = (postedAt?: string) =>
    textOf(
      conversationCard(aConversation({ messages }), 0, {
        campaign: aCampaign(),
        ...(postedAt && { postedAt: new Date(postedAt) }),
      }).blocks,
    );
  const [here, late] = [shown('2026-11-23T14:40:02.000Z'), shown('2026-11-23T14:52:00.000Z')];
  expect(here).toContain('Ada (•••• 0100) wrote:\n');
  expect(here).toContain('@U0AGENT answered at 15:42 on 23 Nov (Europe/Berlin):');
  expect(here).toContain('Ada (•••• 0100) wrote at 09:00 on 24 Nov:\n');
  expect(late).toContain('Ada (•••• 0100) wrote at 15:40 on 23 Nov (Europe/Berlin):\n');
  expect(late).toContain('@U0AGENT answered at 15:42:');
  expect(late).toBe(shown());
});

test('an answer stands below the text that it answers, whatever came in between', () => {
  const reaction = anInbound({ id: 'in-2', reading: 'quotation', text: 'Liked “Hi Ada, will you come?”' });
  const messages = [anInbound(), reaction, anAnswer(), anInbound({ id: 'in-3', text: 'And when?' })];
  const shown = textOf(shownAs({ messages }).blocks);
  const order = ['Yes, with two friends', 'Great, see you then', 'Liked “Hi Ada', 'And when?'];
  expect(order.map((words) => shown.indexOf(words))).toEqual(
    order.map((words) => shown.indexOf(words)).toSorted((a, b) => a - b),
  );
  expect(shown).not.toContain('-1');
});

test('grows with the conversation: the newest texts, and how many are left out', () => {
  const messages = Array.from({ length: 6_000 }, (_, no) => anInbound({ id: `in-${no}`, text: `Text number ${no}.` }));
  const { blocks, text } = shownAs({ messages });
  expect(textOf(blocks)).toContain('5,995 earlier texts of theirs left out here.');
  expect(textOf(blocks)).toContain('Text number 5995.');
  expect(textOf(blocks)).toContain('Text number 5999.');
  expect(text).toContain('Text number 5999.');
});

test('an answered text offers another answer, and nothing to handle', () => {
  expect(buttonLabels(shownAs({ messages: [anInbound(), anAnswer()] }).blocks)).toEqual(['Reply']);
});

test('whoever was opted out by hand: the card says by whom, and offers no answer and no opt-out', () => {
  const decisions = [{ kind: 'opted_out' as const, by: agent, at: '2026-11-23T14:45:00.000Z', after: 1 }];
  const { blocks } = shownAs({ status: 'handled', handledBy: agent, decisions }, 0, aSuppression());
  expect(textOf(blocks)).toContain('Opted out by @U0AGENT: campaigns will not text this number again.');
  expect(buttonLabels(blocks)).toEqual([]);
  expect(menuOf(blocks).map(({ text: { text } }) => text)).toEqual(['Show number', 'Why?']);
});

test('More offers what applies: an outcome where there are any, and to re-open what was handled', () => {
  const campaign = aCampaign({ answering: { ...nothingForeseen, outcomes: ['Wrong number'] } });
  const handled = aConversation({ status: 'handled', messages: [anAnswer(), anInbound()] });
  const { blocks } = conversationCard(handled, 0, { campaign, suppression: null });
  const offered = menuOf(blocks).map(({ text: { text } }) => text);
  expect(offered).toEqual(['Outcome', 'Opt out', 'Show number', 'History', 'Lives elsewhere', 'Re-open', 'Why?']);
});

test('says what the person got, and the columns that the campaign shows', () => {
  const row = { message: 'Hi Ada, will you come?', columns: [{ name: 'place', value: 'Table 4' }] };
  const { blocks } = conversationCard(aConversation(), 0, { campaign: aCampaign(), suppression: null, row });
  expect(textOf(blocks)).toContain('They got “Hi Ada, will you come?” · place: Table 4');
});

test('a further card says what the team answered before, in place of the campaign’s text', () => {
  const earlier = [anInbound(), anAnswer({ text: 'Doors open at six' }), anInbound({ id: 'in-2', text: 'And food?' })];
  const { blocks } = conversationCard(aConversation({ messages: earlier }), 2, {
    campaign: aCampaign(),
    row: { message: 'Hi Ada, will you come?', columns: [{ name: 'place', value: 'Table 4' }] },
  });
  expect(textOf(blocks)).toContain('@U0AGENT answered before: “Doors open at six” · place: Table 4');
  expect(textOf(blocks)).not.toContain('They got');
});

test('what was counted is told once, as a member corrected it', () => {
  const counted = anInbound({ text: 'yes', reading: 'expected', countedAs: 'Yes' });
  const at = '2026-11-23T14:45:00.000Z';
  const conversation = aConversation({
    status: 'handled',
    messages: [counted],
    outcome: { label: 'No', by: agent, at },
    decisions: [{ kind: 'outcome', by: agent, at, after: 1, label: 'No' }],
  });
  const { blocks } = conversationCard(conversation, 0, { campaign: aCampaign(), suppression: null });
  expect(textOf(blocks)).toContain('“No” set by @U0AGENT.');
  expect(textOf(blocks)).not.toContain('Counted as');
});

test('says that another card holds the number', () => {
  const { blocks } = shownAs({}, 0, aSuppression({ kind: 'held' }));
  expect(textOf(blocks)).toContain('Another text of theirs may mean that they want no more texts.');
});

test('once handled, says by whom and offers it no more', () => {
  const { blocks } = shownAs({ status: 'handled', handledBy: agent });
  expect(textOf(blocks)).toContain('Handled by @U0AGENT.');
  expect(buttonLabels(blocks)).toEqual(['Reply']);
});

test.each([
  [{ text: '', attachment: 'picture' }, 'Ada (•••• 0100) sent a picture.'],
  [{ text: 'Our garden', attachment: 'picture' }, 'Ada (•••• 0100) sent a picture: Our garden'],
  [{ text: '', attachment: 'audio' }, 'Ada (•••• 0100) sent a recording.'],
  [{ text: '', attachment: 'other' }, 'Ada (•••• 0100) sent something that Trickle cannot show.'],
  [{ text: ' ' }, 'Ada (•••• 0100) sent an empty text.'],
] as const)('what is not a text is named: %j', (sent, said) => {
  const { blocks, text } = shownAs({ messages: [anInbound(sent)] });
  expect(text).toBe(said);
  const [line = '', quoted] = textOf(blocks).split('\n');
  expect(line).toBe(`${said.replace(/[.:].*$/, '')} at 15:40 on 23 Nov (Europe/Berlin)${sent.text.trim() ? ':' : '.'}`);
  expect(quoted).toBe(sent.text.trim() || 'Reply');
  expect(buttonLabels(blocks)).toEqual(['Reply', 'Handled']);
});
