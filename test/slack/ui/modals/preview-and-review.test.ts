import { describe, expect, test } from 'vitest';
import { actions } from '../../../../src/slack/ids.ts';
import { reviewCard } from '../../../../src/slack/ui/messages/review-card.ts';
import { previewModal, readPreviewView } from '../../../../src/slack/ui/modals/preview.ts';
import { readReviewView, reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { aDraft, aPreview, author, campaignId } from '../../../support/builders.ts';
import { aListReading } from '../../../support/list/list-reading.ts';
import { buttonLabels, buttonNamed, textOf } from '../read-blocks.ts';

const list = {
  size: 1_181,
  columns: [],
  hash: 'f',
  duplicates: 12,
  invalid: 3,
  optedOut: 1,
  rejected: [{ line: 14, value: '+1201555', reason: 'the number is too short' }],
};

test('an author can test, edit, delete or submit', () => {
  const view = previewModal(aPreview());
  expect(buttonLabels(view)).toEqual([
    'Send test to me',
    'Edit',
    'How they agreed',
    'Show all messages',
    'Show rules',
    'Delete',
  ]);
  expect(view.submit?.text).toBe('Submit for approval');
  expect(buttonNamed(view, 'Edit')).toMatchObject({ action_id: actions.editCampaign, value: campaignId });
});

test('an approver can approve or send back', () => {
  const view = reviewModal(aPreview());
  expect(buttonLabels(view)).toEqual(['Send back', 'Propose another pace', 'Show all messages', 'Show rules']);
  expect(view.submit?.text).toBe('Approve');
});

test('both are bound to the content that was shown', () => {
  const preview = aPreview({ contentHash: 'd'.repeat(64) });
  const seen = { campaignId, contentHash: 'd'.repeat(64) };
  expect(readPreviewView({ private_metadata: previewModal(preview).private_metadata ?? '' })).toEqual({
    ...seen,
    version: preview.campaign.version,
  });
  expect(readReviewView({ private_metadata: reviewModal(preview).private_metadata ?? '' })).toEqual(seen);
});

test('the approver sees every fact that the author saw', () => {
  const preview = aPreview({
    campaign: aDraft({ list, consent: { how: 'form', class: 'marketing' } }),
    warnings: ['The message does not say who it is from.'],
    textedLately: 37,
  });
  const facts = previewModal(preview).blocks.slice(0, -2);
  expect(reviewModal(preview).blocks.slice(0, facts.length)).toEqual(facts);
});

describe('the facts', () => {
  const factsOf = (overrides: Parameters<typeof aPreview>[0]) => textOf(reviewModal(aPreview(overrides)).blocks);

  test('count nothing when nobody on the list can get it, and say why nobody does', () => {
    const nobody = aDraft({ list: { ...list, size: 0, optedOut: 0, duplicates: 0, invalid: 2 } });
    const audience = { people: 0, optedOut: 0 };
    const forecast = { ...aPreview().forecast, size: 0, batches: 0 };
    const overrides = { campaign: nobody, audience, forecast, samples: [], places: [], pace: '0 people in one batch' };
    const text = factsOf(overrides);
    expect(text).toContain('Who gets it: nobody of 2 entries\nLeft out: 2 invalid\n');
    expect(text).not.toMatch(/\b0 (segments|people)|As .* will read it|first batch|Cost/);
    const pending = { ...nobody, status: 'pending_approval' as const };
    expect(textOf(reviewCard(pending, aPreview({ ...overrides, campaign: pending })).blocks)).not.toMatch(
      /\b0 (segments|people)/,
    );
  });

  test('tell of no batches when everybody has opted out', () => {
    const audience = { people: 0, optedOut: 2 };
    const forecast = { ...aPreview().forecast, size: 0, batches: 0 };
    const all = aDraft({ list: { ...list, size: 2, optedOut: 2, duplicates: 0, invalid: 0 } });
    const text = factsOf({ campaign: all, audience, forecast, pace: '0 people in one batch, done by 16:11' });
    expect(text).toContain('Who gets it: nobody of 2 entries\nLeft out: 2 opted out (unless they write START)\n');
    expect(text).not.toMatch(/\b0 people|first batch/);
    expect(text).toContain('Cost: at most about 9.60 EUR, 120 segments');
  });

  test('name no people of other countries while the list waits whole for its own', () => {
    const reading = aListReading({ questions: ['country'] });
    const waits = aDraft({ list: { ...list, size: 1, waiting: 4, reading } });
    const text = factsOf({ campaign: waits, abroad: [{ country: 'DE', people: 1, parts: 1 }] });
    expect(text).toContain('for your answer; nobody gets it before that');
    expect(text).not.toContain('Germany');
  });

  test('say who gets it and who is left out, with the first reasons', () => {
    const text = factsOf({ campaign: aDraft({ list }) });
    expect(text).toContain(
      'Who gets it: 1,180 people of 1,196 entries\nLeft out: 12 duplicates, 3 invalid, 1 opted out (unless they write START)\n',
    );
    expect(text).toContain('Line 14 reads +•••1555: the number is too short\nAnd 2 more.');
  });

  test('say how many each rule of the author leaves out, also of nobody yet', () => {
    const leaveOut = [
      { kind: 'texted' as const, days: 30 },
      { kind: 'in_campaign' as const, campaignId, name: 'Open evening' },
    ];
    const audience = { people: 1_169, optedOut: 1, leftOut: [12, 0] };
    const text = factsOf({ campaign: aDraft({ list: { ...list, leftOut: 12 }, leaveOut }), audience });
    expect(text).toContain('Who gets it: 1,169 people of');
    expect(text).toContain(', 12 texted in the last 30 days, 0 in “Open evening”\n');
  });

  test('say the reason once for lines that are left out because of it', () => {
    const rejected = [
      { line: 4, value: 'Olga', reason: 'there is no number' },
      { line: 5, value: '+1201', reason: 'the number is too short' },
      { line: 7, value: 'Leo', reason: 'there is no number' },
    ];
    const text = factsOf({ campaign: aDraft({ list: { ...list, rejected } }) });
    expect(text).toContain(
      'Line 4 reads Olga; line 7 reads Leo: there is no number\nLine 5 reads +1201: the number is too short\n',
    );
  });

  test('say that people who opted out may be back, that the figures are for everybody, and what has changed since', () => {
    const audience = { people: 1, optedOut: 40, submitted: 2 };
    const campaign = aDraft({
      list: { ...list, size: 41, duplicates: 0, invalid: 0, rejected: [] },
      segments: { total: 82, most: 2, encoding: 'GSM-7', costs: [{ segments: 2, people: 41 }] },
    });
    const text = factsOf({ campaign, audience });
    expect(text).toContain(
      'Who gets it: 1 person (2 when it was submitted) of 41 entries\nLeft out: 40 opted out (unless they write START)\n',
    );
    expect(text).toContain('Cost: at most about 9.60 EUR, 82 segments, 2 a message\n');
    expect(text).toContain('Approving texts 1 person and holds for exactly this.');
  });

  test('hide nothing of the message, however long it is', () => {
    const template = `${'Will you come? '.repeat(199)}The end`;
    expect(factsOf({ campaign: aDraft({ template }) })).toContain(template);
  });

  test('show the message as three people will read it, with masked numbers', () => {
    const text = factsOf({
      samples: [
        { number: '+12015550123', text: 'Hi *Ada*', isLeftOut: false },
        { number: '•••• 0101', text: 'Hi Grace', isLeftOut: true },
      ],
    });
    expect(text).toContain('•••• 0123:\nHi *Ada*');
    expect(text).toContain('•••• 0101, who opted out:\nHi Grace');
  });

  test('say what the list adds to the text, and who waits for another campaign as well', () => {
    const odd = { people: 37, links: 37, numbers: 0, long: 2, hosts: ['evil.example'], nos: [1] };
    const campaign = aDraft({ segments: { ...aDraft().segments, odd } });
    const text = factsOf({ campaign, alsoWaiting: { people: 5, campaigns: [{ id: campaignId, name: 'Twin' }] } });
    expect(text).toContain(
      'The list adds what the text does not say: 37 messages with a link to “evil.example” and 2 messages made mostly of the list’s words.',
    );
    expect(text).toContain('5 people of the list also wait for “Twin”.');
  });

  test('tell links from what may be one, and how many there are', () => {
    const none = { people: 9, links: 0, numbers: 0, long: 0, hosts: [], nos: [1] };
    const said = (odd: object) =>
      factsOf({ campaign: aDraft({ segments: { ...aDraft().segments, odd: { ...none, ...odd } } }) });
    expect(said({ links: 9, hosts: ['a.com', 'b.com'], moreHosts: 4 })).toContain(
      '9 messages with a link to “a.com”, “b.com” and 4 others.',
    );
    expect(said({ garbled: 9, garbledWord: 'JÃ¼rgen' })).toContain(
      'The list adds what the text does not say: 9 messages with garbled letters, such as “JÃ¼rgen”. Show all messages begins with them. Save a garbled list as “CSV UTF-8” and give it again.',
    );
    expect(said({ doubtful: 9, doubtfulHosts: ['anne.marie'] })).toContain(
      'The list adds what the text does not say: 9 messages with what may be a link, such as “anne.marie”. Show all',
    );
  });

  test('say whether a test was sent, and of which version', () => {
    const test = { by: author, at: '2026-11-23T14:40:00.000Z', state: 'delivered' as const, isThis: true };
    expect(factsOf({})).toContain('Tested: no\n');
    expect(factsOf({ tests: [test] })).toContain('Tested: by @U0AUTHOR at 15:40, it arrived\n');
    expect(factsOf({ tests: [{ ...test, isThis: false }] })).toContain('Tested: an earlier version by @U0AUTHOR');
  });

  test('say when one batch leaves, once', () => {
    const at = new Date('2026-11-23T15:00:00.000Z');
    const text = factsOf({ forecast: { size: 3, batches: 1, firstBatchAt: at, lastBatchAt: at, doneAt: at } });
    expect(text.match(/When: 16:00/g)).toHaveLength(1);
    expect(text).not.toContain('last batch');
  });

  test('say in two lines the first batch, the pace and the end, the hours and the hold', () => {
    const text = factsOf({});
    expect(text).toContain(
      [
        'When: 16:00 on 23 Nov (Europe/Berlin) if approved now; 50 people every 5 minutes: 3 batches, done by 16:11',
        'Sending hours: every day 09:00–20:00. Held above 10 unanswered replies, until 7 or fewer are left.',
      ].join('\n'),
    );
  });

  test('say of a date to start at what is planned, and of an earlier day which it is', () => {
    const campaign = aDraft({ startAt: '2026-11-22T22:00:00.000Z', hours: null });
    const forecast = { ...aPreview().forecast, firstBatchAt: new Date('2026-11-22T22:00:00.000Z') };
    expect(factsOf({ campaign, forecast })).toContain('When: 23:00 on 22 Nov (Europe/Berlin); 50 people');
    expect(factsOf({ campaign, forecast })).toContain('Sending hours: any time.');
  });

  test('show nobody’s message where all read what was written', () => {
    const template = 'Come on Friday. Reply STOP to opt out.';
    const samples = [{ number: '•••• 0100', text: template, isLeftOut: false }];
    const text = factsOf({ campaign: aDraft({ template }), samples });
    expect(text.match(/Come on Friday/g)).toHaveLength(1);
    expect(text).not.toContain('••••');
  });

  test('warn first', () => {
    const view = reviewModal(aPreview({ warnings: ['The message does not say who it is from.'], textedLately: 1 }));
    expect(textOf(view.blocks[1])).toContain('The message does not say who it is from.');
    expect(textOf(view.blocks[1])).toContain('1 person got another campaign in the last day.');
  });
});
