import { describe, expect, test } from 'vitest';
import type { Note } from '../../../../src/domain/campaign/announcement.ts';
import type { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import type { Recipient } from '../../../../src/domain/recipient/recipient.ts';
import { actions } from '../../../../src/slack/ids.ts';
import { noteMessage } from '../../../../src/slack/ui/messages/note.ts';
import { readButtonValue } from '../../../../src/slack/ui/parts/button-value.ts';
import { aCampaign, admin, agent, aRecipient, aReport, campaignId } from '../../../support/builders.ts';
import { buttonLabels, buttonNamed, textOf } from '../read-blocks.ts';

const at = '2026-11-23T15:00:00.000Z';
const context = { campaign: aCampaign(), recipients: [], report: aReport() };
const bothOf = '@U0AUTHOR and @U0APPROVER: this is for you.';

function posted(note: Note, recipients: readonly Recipient[] = [], report = aReport()) {
  return noteMessage(note, { campaign: aCampaign(), recipients, report });
}

describe('recipients of whom nobody knows', () => {
  const note: Note = { kind: 'unconfirmed', cause: 'crash', nos: [4, 12], count: 2 };
  const both = [aRecipient({ no: 4, state: 'unconfirmed' }), aRecipient({ no: 12, state: 'unconfirmed' })];

  test('are named by their place in the list, their name and the end of their number', () => {
    const text = textOf(posted(note, both).blocks);
    expect(text).toContain('2 people may or may not have got the message: Trickle was stopped while the message left.');
    expect(text).toContain('List no. 5 (Ada, •••• 0104): it may or may not have arrived.');
    expect(text).not.toContain('+1201');
  });

  test('are sent to again only after a warning', () => {
    const button = buttonNamed(posted(note, both).blocks, 'Send again');
    expect(button.action_id).toBe(actions.sendAgain);
    expect(readButtonValue(String(button.value))).toEqual({ on: 'recipient', campaignId, no: 4, attempt: 1 });
    expect(textOf(button.confirm)).toContain('no. 5 (Ada, •••• 0104) gets the same message twice');
  });

  test('have no buttons any more once they are decided', () => {
    const [first, second] = both as [Recipient, Recipient];
    const { blocks } = posted(note, [first, { ...second, state: 'closed' }]);
    expect(buttonLabels(blocks)).toEqual(['Send again', 'Do not send again']);
    expect(textOf(blocks)).toContain('List no. 13 (Ada, •••• 0112): no message is sent again.');
  });

  test('are listed without buttons when there are many', () => {
    const many = Array.from({ length: 20 }, (_, no) => aRecipient({ no, state: 'unconfirmed' }));
    const { blocks } = posted({ ...note, nos: many.map(({ no }) => no), count: 300 }, many);
    expect(buttonLabels(blocks)).toEqual([]);
    expect(textOf(blocks)).toContain(
      'no. 20 (Ada, •••• 0119) and 280 more. See all of them with /sms-campaign export abcd2345.',
    );
  });

  test('are closed with one press where there are several', () => {
    const { blocks } = noteMessage(note, { ...context, recipients: both, at });
    expect(buttonLabels(blocks).at(-1)).toBe('Do not send again to any');
    const { value } = buttonNamed(blocks, 'Do not send again to any');
    expect(readButtonValue(String(value))).toEqual({ on: 'doubt', campaignId, until: at });
    const one = noteMessage(note, { ...context, recipients: [both[0]!], at });
    expect(buttonLabels(one.blocks)).toEqual(['Send again', 'Do not send again']);
  });

  test('say who decided', () => {
    const decided = both.map((recipient) => ({ ...recipient, state: 'closed' as const, decidedBy: agent }));
    expect(textOf(posted(note, decided).blocks)).toContain('Decided by @U0AGENT: no message is sent again.');
  });
});

describe('a card about people in doubt', () => {
  const note: Note = { kind: 'unconfirmed', cause: 'crash', nos: [4], count: 1 };
  const one = (state: Recipient['state'], decidedBy?: typeof agent) =>
    aRecipient({ no: 4, state, ...(decidedBy && { decidedBy }) });
  const card = (recipient: Recipient, status: CampaignStatus = 'running') =>
    noteMessage(note, {
      campaign: aCampaign({ status }),
      report: null,
      recipients: [recipient],
      admins: [admin, 'S0OPS'],
    }).blocks;

  test('is for those who may decide, and says that nobody else may, also before they confirm', () => {
    const said = textOf(card(one('unconfirmed')));
    expect(said).toContain('Then an admin presses Send again or Do not send again.');
    expect(said.split('\n')).toContain('@U0ADMIN and @S0OPS: this is for you.');
    expect(textOf(buttonNamed(card(one('unconfirmed')), 'Send again').confirm)).toContain('Only an admin can do this.');
  });

  test('is for the author and the approver while nobody may decide, and says how somebody may', () => {
    const said = textOf(posted(note, [one('unconfirmed')]).blocks);
    expect(said).toContain('Nobody is named as an admin yet');
    expect(said.split('\n')).toContain(bothOf);
  });

  test.each(['cancelling', 'cancelled', 'failed'] as const)('offers nothing to send again once it is %s', (status) => {
    const blocks = card(one('unconfirmed'), status);
    expect(buttonLabels(blocks)).toEqual(['Do not send again']);
    expect(textOf(blocks)).toContain(
      'The campaign is over, so nothing is sent again. An admin presses Do not send again.',
    );
    expect(textOf(blocks)).not.toContain('presses Send again');
    expect(textOf(card(one('queued', agent), status))).toContain('Decided by @U0AGENT: no message is sent again.');
  });

  test('calls nobody any more once nothing is left to decide, and speaks of one person as of one', () => {
    const said = textOf(card(one('closed', agent)));
    expect(said).toContain('Nothing is left to decide.');
    expect(said).not.toMatch(/this is for you|None of them|counted as unconfirmed|presses/);
    const both = [one('closed'), aRecipient({ no: 5, state: 'delivered' })];
    const two = noteMessage({ ...note, nos: [4, 5], count: 2 }, { ...context, recipients: both, admins: [admin] });
    expect(textOf(two.blocks)).toContain('Nothing is left to decide.');
    expect(textOf(two.blocks)).not.toContain('this is for you');
  });

  test.each(['running', 'paused'] as const)('promises no moment to whom is sent again while it is %s', (status) => {
    expect(textOf(card(one('queued', agent), status))).toContain(
      'Decided by @U0AGENT: the message is sent again as soon as the campaign may send.',
    );
    expect(textOf(card(one('claimed', agent), status))).toContain('the message is leaving again now.');
  });
});
