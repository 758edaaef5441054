import { describe, expect, test } from 'vitest';
import { type Facts, nextStep } from '../../../playground/page/next-step.ts';
import type { OpenWindow } from '../../../playground/page/window-step.ts';

const atEase: Facts = {
  me: 'ada',
  bot: 'running',
  window: null,
  isTroubled: false,
  waitsForReview: null,
  sentBackTo: null,
  running: null,
  openReplies: false,
  paused: [],
  agentWorks: false,
  isOpening: false,
};

const form: OpenWindow = {
  callbackId: 'campaign_form',
  title: 'New SMS campaign',
  submit: 'Preview',
  close: 'Close',
  text: '',
  buttons: [],
  inputs: {},
  errors: {},
  below: null,
};

describe('the next step', () => {
  test.each<[string, Partial<Facts>, RegExp, string[]]>([
    ['asks for an own campaign when nothing runs', {}, /^Now make your own/, ['new campaign']],
    ['asks for patience while the first campaign is prepared', { isOpening: true }, /^Ada writes/, []],
    ['offers sample lists in the form', { window: form }, /Fill in the form/, ['fill in', 'fill in', 'fill in']],
    ['sends the author to somebody else', { waitsForReview: 'ada' }, /Become Ben/, ['switch person']],
    [
      'sends an author to somebody else who is not Ada',
      { waitsForReview: 'ben', me: 'ben' },
      /Become Ada/,
      ['switch person'],
    ],
    ['sends the approver to the card', { waitsForReview: 'ada', me: 'ben' }, /press Review/, []],
    ['sends the approver back to the author', { sentBackTo: 'ada', me: 'ben' }, /Become Ada/, ['switch person']],
    ['shows the author where to go on', { sentBackTo: 'ada' }, /Press Edit/, []],
    ['shows where the texts arrive', { running: '1.1' }, /arrive on the phones/, ['open thread', 'new campaign']],
    [
      'explains the hold and offers an agent',
      { running: '1.1', openReplies: true },
      /holds the next batch/,
      ['switch person', 'agent on', 'new campaign'],
    ],
    [
      'tells the agent what to press',
      { running: '1.1', openReplies: true, me: 'cleo' },
      /Press Answer replies .* Answer all/,
      ['open thread', 'agent on'],
    ],
    [
      'names the campaign that is paused, and says how it goes on',
      { running: '1.1', paused: ['Reunion'] },
      /^“Reunion” is paused\. .*press Resume/,
      [],
    ],
    ['names all that are paused', { paused: ['Reunion', 'Fair'] }, /^“Reunion” and “Fair” are paused\./, []],
    ['reminds of a trouble that is on', { isTroubled: true }, /switch it off/, []],
    [
      'speaks of the window while a trouble is on',
      { isTroubled: true, window: form },
      /^Fill in the form/,
      ['fill in', 'fill in', 'fill in'],
    ],
    ['brings the bot back', { bot: 'stopped', window: form }, /bot is dead/, ['start bot']],
  ])('%s', (_title, facts, says, offers) => {
    const step = nextStep({ ...atEase, ...facts });
    expect(step.text).toMatch(says);
    expect(step.offers.map(({ does }) => does)).toEqual(offers);
  });
});
