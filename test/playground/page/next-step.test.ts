import { describe, expect, it } from 'vitest';
import { type Facts, nextStep } from '../../../playground/page/next-step.ts';

const atEase: Facts = {
  me: 'ada',
  bot: 'running',
  window: null,
  submit: null,
  isTroubled: false,
  waitsForReview: false,
  isSentBack: false,
  running: null,
  openReplies: false,
  isPaused: false,
  agentWorks: false,
  isOpening: false,
};

describe('the next step', () => {
  it.each<[string, Partial<Facts>, RegExp, string[]]>([
    ['asks for an own campaign when nothing runs', {}, /^Now make your own/, ['new campaign']],
    ['asks for patience while the first campaign is prepared', { isOpening: true }, /^Ada writes/, []],
    ['offers sample lists in the form', { submit: 'Preview' }, /Fill in the form/, ['fill in', 'fill in', 'fill in']],
    ['names the button of the preview', { submit: 'Submit for approval' }, /Press Submit for approval/, []],
    ['sends the author to somebody else', { waitsForReview: true }, /Become Ben/, ['switch person']],
    ['sends the approver to the card', { waitsForReview: true, me: 'ben' }, /press Review/, []],
    ['names the button of the review', { submit: 'Approve', me: 'ben' }, /then press Approve/, []],
    ['says which phone is one’s own', { submit: 'Send test' }, /your phone/, []],
    ['says that the list is being read', { window: 'Reading your list…' }, /Every number on the list is checked/, []],
    ['asks the approver for a reason', { submit: 'Send back', me: 'ben' }, /Say what has to change/, []],
    ['sends the approver back to the author', { isSentBack: true, me: 'ben' }, /Become Ada/, ['switch person']],
    ['shows the author where to go on', { isSentBack: true }, /Press Edit/, []],
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
      /press Reply or Handled/,
      ['open thread', 'agent on'],
    ],
    ['says how a paused campaign goes on', { running: '1.1', isPaused: true }, /press Resume/, []],
    ['reminds of a trouble that is on', { isTroubled: true }, /switch it off/, []],
    ['brings the bot back', { bot: 'stopped', submit: 'Preview' }, /bot is dead/, ['start bot']],
  ])('%s', (_title, facts, says, offers) => {
    const step = nextStep({ ...atEase, ...facts });
    expect(step.text).toMatch(says);
    expect(step.offers.map(({ does }) => does)).toEqual(offers);
  });
});
