import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { actions } from '../../../src/slack/ids.ts';
import { campaignList } from '../../../src/slack/ui/messages/campaign-list.ts';
import { directMessage } from '../../../src/slack/ui/messages/direct.ts';
import { helpMessage } from '../../../src/slack/ui/messages/help.ts';
import { optOutAnswer } from '../../../src/slack/ui/messages/opt-out-answer.ts';
import { bugMessage, problemMessage } from '../../../src/slack/ui/messages/problem.ts';
import { decidedCard, formerReviewCard, reviewCard } from '../../../src/slack/ui/messages/review-card.ts';
import { reviewModal } from '../../../src/slack/ui/modals/review.ts';
import { readSendBackView, sendBackModal } from '../../../src/slack/ui/modals/send-back.ts';
import { readTestMessageView, testMessageModal } from '../../../src/slack/ui/modals/test-message.ts';
import {
  aCampaign,
  aDraft,
  agent,
  aMexican,
  aNumber,
  aPreview,
  approver,
  aReport,
  aSuppression,
  campaignId,
} from '../../support/builders.ts';
import { buttonLabels, buttonNamed, parts, textOf } from './read-blocks.ts';
import { worstPreview } from './worst/campaigns.ts';

describe('the review card', () => {
  const at = '2026-11-23T14:45:00.000Z';

  test('asks those by name who may approve, but not who wrote it', () => {
    const { blocks, text } = reviewCard(aDraft({ status: 'pending_approval' }), aPreview(), [
      'U0AUTHOR',
      'U0APPROVER',
      'S0LEADS',
    ]);
    expect(textOf(blocks)).toContain('@U0AUTHOR asks @U0APPROVER and @S0LEADS to approve it.');
    expect(text).toContain('asks <@U0APPROVER> and <!subteam^S0LEADS> to approve it.');
  });

  test('asks for a review while nobody has decided', () => {
    const { blocks } = reviewCard(aDraft({ status: 'pending_approval' }), aPreview());
    expect(buttonNamed(blocks, 'Review')).toMatchObject({ action_id: actions.reviewCampaign, style: 'primary' });
    expect(textOf(blocks)).toContain('@U0AUTHOR asks for approval by anybody who did not write, edit or submit it.');
    expect(textOf(blocks)).toContain('Who gets it: 120 people, nobody is left out');
  });

  test('says that another program sent it in, and with whose key', () => {
    const sentIn = aDraft({ status: 'pending_approval', origin: 'api.crmcrmcr.1.2' });
    const words =
      'A program with a key of @U0AUTHOR asks for approval by anybody who did not write, edit or submit it.';
    expect(textOf(reviewCard(sentIn, aPreview()).blocks)).toContain(words);
    expect(textOf(reviewModal(aPreview({ campaign: sentIn })).blocks)).toContain('Sent in with a key of: @U0AUTHOR');
    const edited = { ...sentIn, lastEditedBy: agent };
    expect(textOf(reviewCard(edited, aPreview()).blocks)).toContain('@U0AGENT asks for approval');
  });

  test('draws what is to be expected by the clock of the campaign, and names its zone', () => {
    const preview = worstPreview({ name: 'Reunion', short: 'short', text: 'Will you come?' });
    const { blocks } = reviewCard(aDraft({ status: 'pending_approval' }), preview);
    const chart = { series: [{ name: 'Unanswered replies' }], axis_config: { x_label: 'Europe/Berlin' } };
    expect(blocks).toContainEqual(
      expect.objectContaining({
        chart: expect.objectContaining({
          series: [expect.objectContaining(chart.series[0])],
          axis_config: expect.objectContaining(chart.axis_config),
        }),
      }),
    );
  });

  test.each([
    [null, 'Start: once approved'],
    ['2026-11-24T08:00:00.000Z', 'Start: 09:00 on 24 Nov (Europe/Berlin)'],
  ])('says when it starts: %s', (startAt, said) => {
    const campaign = aDraft({ status: 'pending_approval', startAt });
    expect(textOf(reviewCard(campaign, aPreview({ campaign })).blocks).split('\n')).toContain(said);
  });

  test('names the last moment of a campaign, to whoever is asked and while it runs', () => {
    const campaign = aDraft({ status: 'pending_approval', notAfter: '2026-11-24T10:30:00.000Z' });
    expect(textOf(reviewCard(campaign, aPreview({ campaign })).blocks)).toContain(
      'Not after: 11:30 on 24 Nov (Europe/Berlin)',
    );
  });

  test.each([
    [
      'approved',
      aCampaign(),
      '“Autumn reunion” was approved by @U0APPROVER at 15:30 on 23 Nov (Europe/Berlin): see how it goes.',
      [],
    ],
    [
      'approved by somebody who ticked that nobody said how they agreed',
      aCampaign({ approval: { ...aCampaign().approval!, ticked: ['nobody_said'] } }),
      '“Autumn reunion” was approved by @U0APPROVER at 15:30 on 23 Nov (Europe/Berlin), who ticked that nobody said how these people agreed: see how it goes.',
      [],
    ],
    [
      'sent back',
      aDraft({ sentBack: { by: approver, at, reason: 'Wrong date' } }),
      '“Autumn reunion” was sent back by @U0APPROVER at 15:45 on 23 Nov (Europe/Berlin): “Wrong date”. @U0AUTHOR can edit it.',
      ['Edit'],
    ],
    [
      'sent back with another pace',
      aDraft({
        sentBack: { by: approver, at, reason: 'Another pace: 35 people every 5 minutes', throttle: aDraft().throttle },
      }),
      '“Autumn reunion” was sent back by @U0APPROVER at 15:45 on 23 Nov (Europe/Berlin): “Another pace: 35 people every 5 minutes”. @U0AUTHOR can take it or edit it.',
      ['Use this pace', 'Edit'],
    ],
    ['taken back', aDraft(), '“Autumn reunion” is a draft again: @U0AUTHOR can edit it.', ['Edit']],
    [
      'cancelled',
      aDraft({ status: 'cancelled' }),
      '“Autumn reunion” was cancelled before anybody approved it. Nobody got a message.',
      [],
    ],
    [
      'approved, and then another pace',
      aCampaign({
        approval: {
          ...aCampaign().approval!,
          by: agent,
          at: '2026-11-23T15:00:00.000Z',
          ticked: ['nobody_said'],
          first: { by: approver, at: aCampaign().approval!.at },
        },
      }),
      '“Autumn reunion” was approved by @U0APPROVER at 15:30 on 23 Nov (Europe/Berlin), who ticked that nobody said how these people agreed. @U0AGENT approved another pace at 16:00 on 23 Nov (Europe/Berlin): see how it goes.',
      [],
    ],
    [
      'approved and cancelled',
      aCampaign({ status: 'cancelled' }),
      '“Autumn reunion” was approved by @U0APPROVER at 15:30 on 23 Nov (Europe/Berlin). It was cancelled later: see how it goes.',
      [],
    ],
  ] as const)('shrinks to one line once it is %s', (_, campaign, sentence, labels) => {
    const { blocks } = decidedCard(campaign);
    expect(textOf(blocks.filter(({ type }) => type !== 'actions'))).toBe(sentence);
    expect(buttonLabels(blocks)).toEqual(labels);
  });

  test('leads to what took its place: the campaign’s message, or the card of a later submission', () => {
    const link = 'https://team.slack.com/archives/C0SMS/p1764000000000100';
    for (const { blocks } of [decidedCard(aCampaign(), link), formerReviewCard(aDraft(), link)]) {
      expect(parts(blocks)).toContainEqual(expect.objectContaining({ type: 'link', url: link }));
    }
  });
});

describe('help', () => {
  test('shows each command as it is typed', () => {
    const { blocks } = helpMessage();
    expect(textOf(blocks)).toContain(
      '/sms-campaign new Reunion --batch 50 --every 5m --from 12015550123 opens it filled in.',
    );
  });

  test('names what was not understood', () => {
    expect(helpMessage({ unknownWord: '<!here>' }).text).toContain('Trickle does not understand &lt;!here&gt; here.');
  });
});

describe('the list of campaigns', () => {
  const onlyPage = { which: 'current', page: 1, pages: 1, total: 1, drafts: [] } as const;

  test('says what to do when there is none', () => {
    expect(campaignList([], onlyPage).text).toBe(
      'There is no campaign yet. Type /sms-campaign to write the first one.',
    );
    expect(campaignList([], { ...onlyPage, which: 'running' }).text).toBe(
      'There is no campaign under way now. /sms-campaign list all shows all.',
    );
  });

  test('shows how each one goes, with a button that opens it', () => {
    const { blocks } = campaignList([aReport()], onlyPage);
    expect(textOf(blocks)).toContain('Autumn reunion (abcd2345): Running, 50 of 120 sent, 1 reply unanswered.');
    expect(blocks).toContainEqual(
      expect.objectContaining({ accessory: expect.objectContaining({ value: 'abcd2345' }) }),
    );
  });

  test('says of one that is held that it waits', () => {
    const held = aReport({ plan: { kind: 'wait', until: null, because: 'open replies' } });
    expect(textOf(campaignList([held], onlyPage).blocks)).toContain(
      'Autumn reunion (abcd2345): Waiting, 50 of 120 sent',
    );
  });

  test('says which page it is and how to see the next', () => {
    const { text } = campaignList([aReport()], { ...onlyPage, which: 'mine', page: 2, pages: 3, total: 45 });
    expect(text).toContain('45 campaigns, written or edited by you, the newest first, page 2 of 3:');
    expect(text).toContain('/sms-campaign list mine 3 shows the next ones.');
  });

  test('names the drafts that it keeps apart', () => {
    const drafts = ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => aDraft({ name }));
    expect(campaignList([], { ...onlyPage, total: 0, drafts }).text).toBe(
      'Not submitted: 5 drafts of yours, “One”, “Two”, “Three” and 2 more. /sms-campaign list drafts shows them.',
    );
  });
});

test.each([
  [{ verb: 'check' as const }, '+1 201 555 0100 is not opted out. Campaigns may text it.'],
  [
    { verb: 'check' as const, suppression: aSuppression() },
    '+1 201 555 0100 has been opted out since 09:00 on 20 Nov 2026 (UTC), because the person asked for it in a text. Campaigns do not text it.',
  ],
  [
    { verb: 'check' as const, suppression: aSuppression({ source: agent }) },
    'because @U0AGENT opted it out. Campaigns',
  ],
  [
    { verb: 'check' as const, suppression: aSuppression({ kind: 'held' as const }) },
    '+1 201 555 0100 has been held since',
  ],
  [{ verb: 'add' as const }, '+1 201 555 0100 is opted out now. Campaigns do not text it any more.'],
  [
    { verb: 'remove' as const, wasThere: true },
    '+1 201 555 0100 is not opted out any more. Campaigns may text it from now on.',
  ],
  [{ verb: 'remove' as const, wasThere: false }, '+1 201 555 0100 was not opted out, so nothing changed.'],
])('answers about opt-outs: %j', (result, sentence) => {
  expect(textOf(optOutAnswer({ number: aNumber(), ...result }).blocks)).toContain(sentence);
});

test('says of which other spelling an opt-out holds, too', () => {
  const { listed, fromNetwork } = aMexican();
  const { blocks } = optOutAnswer({ verb: 'add', number: listed });
  expect(textOf(blocks)).toBe(
    `+52 55 1234 5600 is opted out now. Campaigns do not text it any more. The same person is ${fromNetwork}.`,
  );
});

test('a broken rule is told word for word, with commands to type set apart', () => {
  const { blocks } = problemMessage('This campaign does not exist any more. `/sms-campaign list` shows those that do.');
  expect(textOf(blocks)).toBe('This campaign does not exist any more. /sms-campaign list shows those that do.');
  expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"/sms-campaign list","style":{"code":true}}');
});

test('a bug gives a reference to look up', () => {
  expect(bugMessage('k7f3').text).toContain('give the reference k7f3 to whoever runs Trickle.');
});

test('a message about a campaign opens it, whatever becomes of it later', () => {
  for (const campaign of [aDraft(), aCampaign({ status: 'completed' })]) {
    const { blocks } = directMessage('It was sent back.', campaign);
    expect(buttonLabels(blocks)).toEqual(['Open']);
    expect(buttonNamed(blocks, 'Open')).toMatchObject({ action_id: actions.openCampaign, value: campaignId });
  }
  expect(directMessage('The disk is full.', null).text).toBe('The disk is full.');
});

test('small forms hand over what was typed', () => {
  const typed = (block: string, value: string) => ({
    values: { [block]: { value: { type: 'plain_text_input', value } } },
  });
  const metadata = { private_metadata: testMessageModal({ campaignId, contentHash: 'c' }).private_metadata ?? '' };

  expect(readTestMessageView({ ...metadata, state: typed('field_number', ' +12015550123 ') })).toEqual({
    campaignId,
    contentHash: 'c',
    to: '+12015550123',
  });
  expect(
    readSendBackView({
      private_metadata: sendBackModal(aCampaign()).private_metadata ?? '',
      state: typed('field_reason', 'Wrong date'),
    }),
  ).toEqual({ campaignId, reason: 'Wrong date', contentHash: contentHash(aCampaign()) });
});
