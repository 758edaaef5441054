import { views } from '../../src/slack/ids.ts';
import type { ViewShown } from '../slack/people/shown.ts';
import type { NextStep, Offer } from './next-step-shape.ts';

/** The window on top, and which of the program's windows lies under it. */
export type OpenWindow = Pick<
  ViewShown,
  'callbackId' | 'title' | 'submit' | 'close' | 'text' | 'buttons' | 'inputs' | 'errors' | 'notice'
> & { readonly below: string | null };

type WindowId = (typeof views)[keyof typeof views];

/** `afterwards`: what to do once the window is closed. */
type Step = (window: OpenWindow, afterwards: NextStep) => NextStep;

/** Each window of the program has its own words here. */
const steps: Readonly<Record<WindowId, Step>> = {
  [views.campaignForm]: inForm,
  [views.moreSettings]: () =>
    say('Every field is optional, and its hint has an example. Done goes back to the form, which says what is set.'),
  [views.readingList]: () => say('Every number on the list is checked. The preview opens in this window.'),
  [views.preview]: inPreview,
  [views.howTheyAgreed]: () => say('Say how these people agreed: the approver sees it. Then press Save.'),
  [views.testMessage]: inTest,
  [views.testCode]: () =>
    say('The newest text among the phones on the right holds the code. Type it here, then press Send test.'),
  [views.review]: inReview,
  [views.allMessages]: inAllMessages,
  [views.sendBack]: () => say('Say what has to change: the author reads it. Then press Send back.'),
  [views.reply]: inReply,
  [views.counted]: () =>
    say('Who was counted stands here one by one. More puts right what was counted wrongly. Then Close.'),
  [views.answerReplies]: inAnswerReplies,
  [views.passReply]: () =>
    say('Choose who answers instead. They are told, and the window goes on with the next reply.'),
  [views.cardOptOut]: () => say('Press Opt out if you mean it.'),
  [views.cardPass]: () => say('Choose who answers instead. They are told.'),
  [views.livesElsewhere]: () => say('Say where they live, then press Set.'),
  [views.cardOutcome]: () => say('Choose what the conversation ended with, then press Set.'),
  [views.group]: () => say('Everybody who wrote the same stands here, the longest-waiting first. Then Close.'),
  [views.answerGroup]: () => say('Write one answer: each of them gets it as a text of their own. Press Preview.'),
  [views.checkGroupAnswer]: ({ submit }) =>
    say(`This is how three of them will read it, and what it costs. Press ${submit}.`),
  [views.countGroup]: () => say('Say what these words count as for the rest of the campaign. Press Count these.'),
  [views.followUp]: () =>
    say('Choose who gets the next message, then press Continue: a new form opens with these people as its list.'),
  [views.sendAnyway]: () => say('Say why it cannot wait: the thread keeps it. Then press Send it.'),
  [views.changePace]: () =>
    say('A slower pace takes effect at once, a faster one once somebody else approves it. Press Change pace.'),
  [views.proposePace]: () => say('Say which pace you would approve. Send back: the author can take it with one press.'),
  [views.reviewPace]: () => say('Only the pace changes. Press Approve, or Not now.'),
  [views.importOptOuts]: () => say('Choose CSV files with one number a line. Nobody in them is texted any more.'),
  [views.notice]: inNotice,
};

/** What a newcomer does next in the open window. */
export function windowStep(window: OpenWindow, afterwards: NextStep): NextStep {
  const { callbackId, submit, errors, notice } = window;
  const step = isWindowId(callbackId) ? steps[callbackId] : inNotice;
  const { text, offers } = step(window, afterwards);
  if (notice) return { text: `Trickle did not answer in time. Press ${submit} once more.`, offers };
  if (Object.keys(errors).length === 0) return { text, offers };
  return { text: `What is wrong stands under its field. Change it, then press ${submit} again.`, offers };
}

const say = (text: string, offers: readonly Offer[] = []): NextStep => ({ text, offers });

function isWindowId(id: string): id is WindowId {
  return id in steps;
}

function inForm({ title, text }: OpenWindow): NextStep {
  const isEdited = title === 'Edit SMS campaign';
  const offers: Offer[] = [
    { label: 'Use sample.csv', does: 'fill in', with: 'sample.csv' },
    { label: 'Use a list with mistakes', does: 'fill in', with: 'sample-with-mistakes.csv' },
    { label: 'Use an export of a CRM', does: 'fill in', with: 'sample-from-a-crm.csv' },
  ];
  if (text.includes('You cancelled the reading')) return say('Press Preview to have the list read after all.', offers);
  if (text.startsWith('⚠')) {
    return say('The top of the form says what was wrong. Change it, then press Preview again.', isEdited ? [] : offers);
  }
  if (isEdited)
    return say('Change what has to change. With both list fields left empty the list stays. Press Preview.');
  return say('Fill in the form, or let it be filled in with a sample list. Then press Preview.', offers);
}

function inPreview({ inputs }: OpenWindow): NextStep {
  const isAsked = Object.values(inputs).some((answer) => answer === null || answer === undefined || answer === '');
  if (isAsked) return say('The list leaves a question open: choose an answer, and the list is read again.');
  return say('This is what people will get, and when. Press Submit for approval.');
}

function inTest({ inputs }: OpenWindow): NextStep {
  const isFilledIn = Object.values(inputs).some(Boolean);
  if (isFilledIn)
    return say('Press Send test, and watch the phones on the right: a number that is new gets a code first.');
  return say('Give any number as yours. The phone among those on the right that gets the code is your phone.');
}

function inReview({ inputs }: OpenWindow): NextStep {
  const boxes = Object.keys(inputs).length;
  return say(
    boxes > 0
      ? `The approver sees the same facts as the author. Tick the ${boxes === 1 ? 'box' : 'boxes'}, then press Approve.`
      : 'The approver sees the same facts as the author. Press Approve, or Send back to have something changed.',
  );
}

function inAllMessages({ buttons, below, close }: OpenWindow): NextStep {
  const turns = buttons.filter((button) => button === 'Previous' || button === 'Next');
  const turn = turns.length > 0 ? ` Press ${turns.join(' or ')} for more.` : '';
  return say(`These are the texts, one for each person.${turn} Press ${close} to return to ${nameOf(below)}.`);
}

function inReply({ text }: OpenWindow): NextStep {
  if (text.includes('Not sent yet.')) {
    return say('Another text came from this person meanwhile. Read it, then press Send if your answer still fits.');
  }
  return say('Write an answer: it arrives on that one phone. Press Send.');
}

function inAnswerReplies({ text }: OpenWindow): NextStep {
  if (text.includes('Nothing is done yet.')) {
    return say('Another text came from this person meanwhile. Read it, then press again if it still fits.');
  }
  return say('Write an answer: it arrives on that one phone, and the next reply is shown. Press Send and next.');
}

/** Something to read. What comes next lies under it, or in the channel. */
function inNotice({ title, buttons, below, close }: OpenWindow, afterwards: NextStep): NextStep {
  if (title === 'Working on it') return say('Keep this window open: the result appears here.');
  // The card follows a second later; until then the channel has something else to say.
  if (title === 'Submitted')
    return say(`Press ${close}. Its card appears in #sms: somebody else presses Review there.`);
  if (title === 'Test sent') {
    return say(`The test arrives on your phone, on the right. Press ${close} to return to ${nameOf(below)}.`);
  }
  if (below !== null) return say(`Read this, then press ${close} to return to ${nameOf(below)}.`);
  const takeBack = buttons.includes('Edit') ? ', or Edit to take it back' : '';
  return say(`Press ${close || 'Close'} when you have read this${takeBack}. ${afterwards.text}`, afterwards.offers);
}

function nameOf(window: string | null): string {
  if (window === views.preview) return 'the preview';
  if (window === views.review) return 'the review';
  if (window === views.answerReplies) return 'the reply';
  return window === null ? 'Slack' : 'the window below';
}
