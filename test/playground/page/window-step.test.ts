import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { NextStep } from '../../../playground/page/next-step-shape.ts';
import { type OpenWindow, windowStep } from '../../../playground/page/window-step.ts';
import type { ViewJson } from '../../../playground/slack/block-json.ts';
import { createState } from '../../../playground/slack/create-state.ts';
import { showView } from '../../../playground/slack/people/shown.ts';
import { openModal } from '../../../playground/slack/view-stack.ts';
import type { FolderBox } from '../../../src/services/folder/folder-question.ts';
import { views } from '../../../src/slack/ids.ts';
import { replyModal } from '../../../src/slack/ui/modals/answering/reply.ts';
import { campaignFormModal } from '../../../src/slack/ui/modals/campaign-form.ts';
import { noticeModal } from '../../../src/slack/ui/modals/notice.ts';
import { ownSubmissionModal } from '../../../src/slack/ui/modals/own-submission.ts';
import { previewModal } from '../../../src/slack/ui/modals/preview.ts';
import { reviewModal } from '../../../src/slack/ui/modals/review.ts';
import { testCodeModal, testMessageModal } from '../../../src/slack/ui/modals/test-message.ts';
import { newText } from '../../../src/slack/ui/words/taken-words.ts';
import { everyModal } from '../../slack/ui/every/modals.ts';
import {
  aCampaign,
  aConversation,
  aDraft,
  aNumber,
  aPreview,
  campaignId,
  conversationId,
  sender,
} from '../../support/builders.ts';
import { aListReading } from '../../support/list/list-reading.ts';

const afterwards: NextStep = {
  text: 'People are writing back.',
  offers: [{ label: 'Let Cleo do it', does: 'agent on' }],
};
const everyWindow = everyModal({ name: 'Reunion', short: 'a reason', text: 'Will you come?' });
const form = campaignFormModal({ input: {}, senders: [sender] });
const box: FolderBox = {
  admins: ['Ben'],
  authorMayAnswer: false,
  question: { kind: 'new', at: '2026-11-23T14:00:00.000Z' },
};

describe('in a window', () => {
  test('each window of the program is among those that are tried', () => {
    const tried = everyWindow.map(([, { callback_id }]) => callback_id);
    expect(new Set(tried)).toEqual(new Set(Object.values(views)));
  });

  test.each(everyWindow)(
    'the next step is of the window, and only buttons that are in it are named: %s',
    (_, modal) => {
      const window = shown(modal);
      const { text } = windowStep(window, { text: 'Afterwards.', offers: [] });
      expect(text).not.toMatch(/^Afterwards/);
      const inIt = [window.submit, window.close, ...window.buttons];
      const named = labels.find((label) => text.includes(`ress ${label}`));
      if (named !== undefined) expect(inIt).toContain(named);
    },
  );

  test.each<[string, ModalView, Partial<OpenWindow>, RegExp]>([
    ['offers a list in a new form', form, {}, /^Fill in the form/],
    ['points to the fields that were not taken', form, { errors: { Message: 'missing' } }, /stands under its field/],
    [
      'points to the top of a form that came back',
      campaignFormModal({ input: {}, senders: [sender], problem: { sentence: 'It has no rows.', field: 'file' } }),
      {},
      /^The top of the form says/,
    ],
    [
      'calls nothing wrong once somebody cancelled a reading',
      campaignFormModal({
        input: {},
        senders: [sender],
        problem: { sentence: 'You cancelled the reading, and nothing was saved.', field: 'file' },
      }),
      {},
      /^Press Preview to have the list read after all/,
    ],
    [
      'says that an edited campaign keeps its list',
      campaignFormModal({ input: {}, senders: [sender], campaignId, currentListSize: 3 }),
      {},
      /the list stays/,
    ],
    ['names the button of the preview', previewModal(aPreview()), {}, /Press Submit for approval/],
    ['asks for an answer about the list', previewModal(inDoubt()), {}, /leaves a question open/],
    [
      'sends who has no phone yet to any number',
      testMessageModal({ campaignId, contentHash: 'c' }),
      {},
      /^Give any number/,
    ],
    [
      'lets a known phone be texted',
      testMessageModal({ campaignId, contentHash: 'c' }, aNumber()),
      {},
      /^Press Send test/,
    ],
    [
      'says where the code stands',
      testCodeModal({ campaignId, contentHash: 'c', phone: conversationId }, aNumber()),
      {},
      /holds the code/,
    ],
    [
      'points to a code that was wrong',
      testCodeModal({ campaignId, contentHash: 'c', phone: conversationId }, aNumber()),
      { errors: { Code: 'wrong' } },
      /press Send test again/,
    ],
    [
      'tells of both ways out of a review',
      reviewModal(aPreview({ campaign: aDraft({ consent: { how: 'form', class: 'marketing' } }) })),
      {},
      /Press Approve, or Send back/,
    ],
    ['points to the box of a review that has one', reviewModal(aPreview({ folder: box })), {}, /Tick the box/],
    [
      'asks for an answer to one phone',
      replyModal({ conversation: aConversation(), campaign: null, row: null }),
      {},
      /Write an answer/,
    ],
    [
      'says that another text came',
      replyModal({ conversation: aConversation(), campaign: null, row: null }, { note: newText, typed: 'Yes' }),
      {},
      /^Another text came .* press Send/,
    ],
    [
      'sends back to the preview after a test',
      noticeModal('Test sent', 'It is on its way.'),
      { below: views.preview },
      /arrives on your phone.*Press Close to return to the preview/,
    ],
    ['keeps a window open whose work goes on', noticeModal('Working on it', 'Wait.'), {}, /^Keep this window open/],
    [
      'says who comes next after a submission',
      noticeModal('Submitted', 'It waits.'),
      {},
      /somebody else presses Review/,
    ],
    ['says what follows a notice', noticeModal('Deleted', 'It is gone.'), {}, /^Press Close .*People are writing back/],
    ['tells how a submission is taken back', ownSubmissionModal(aPreview()), {}, /Edit to take it back/],
    ['presses again where no answer came', form, { notice: 'We had some trouble.' }, /Press Preview once more/],
  ])('it %s', (_, modal, state, says) => {
    expect(windowStep({ ...shown(modal), ...state }, afterwards).text).toMatch(says);
  });

  test('offers what follows a notice, and nothing that is out of reach in another window', () => {
    const offered = (modal: ModalView, below: string | null) =>
      windowStep({ ...shown(modal), below }, afterwards).offers;
    expect(offered(noticeModal('Deleted', 'It is gone.'), null)).toEqual(afterwards.offers);
    expect(offered(noticeModal('Test sent', 'On its way.'), views.preview)).toEqual([]);
    expect(offered(reviewModal(aPreview()), null)).toEqual([]);
  });
});

/** What can be pressed in any window, the longest first: "Send test" before "Send". */
const labels = [
  ...new Set(
    everyWindow.map(([, modal]) => shown(modal)).flatMap(({ submit, close, buttons }) => [submit, close, ...buttons]),
  ),
]
  .filter((label) => label !== '')
  .toSorted((one, other) => other.length - one.length);

function shown(modal: ModalView): OpenWindow {
  const clock = { now: () => 0, after: () => () => {} };
  const state = createState(clock, {}, {});
  const open = openModal(state, { user: 'U0ADA', view: modal as unknown as ViewJson });
  return { ...showView(state, open), below: null };
}

/** Nobody knows which country the numbers are of. */
function inDoubt() {
  const { list } = aCampaign();
  return aPreview({ campaign: aCampaign({ list: { ...list, reading: aListReading({ questions: ['country'] }) } }) });
}
