import type { BotState } from '../bot-process.ts';

/** What the bar at the top says, and what it offers to do. */
export interface NextStep {
  readonly text: string;
  readonly offers: readonly Offer[];
}

export interface Offer {
  readonly label: string;
  readonly does: 'start bot' | 'new campaign' | 'fill in' | 'switch person' | 'open thread' | 'agent on';
  /** A person, a sample list, or a thread's timestamp. */
  readonly with?: string;
}

/** What can be seen in Slack, from which follows what is to be done next. */
export interface Facts {
  readonly me: string;
  readonly bot: BotState;
  /** The title of the modal that is open, and its submit button. */
  readonly window: string | null;
  readonly submit: string | null;
  readonly isTroubled: boolean;
  readonly waitsForReview: boolean;
  readonly isSentBack: boolean;
  /** The thread of the campaign that runs. */
  readonly running: string | null;
  readonly openReplies: boolean;
  readonly isPaused: boolean;
  readonly agentWorks: boolean;
  /** The playground itself is playing the first campaign. */
  readonly isOpening: boolean;
}

/** Picks the one thing that a newcomer does next. */
export function nextStep(facts: Facts): NextStep {
  return outsideSlack(facts) ?? inModal(facts) ?? inChannel(facts);
}

const newCampaign: Offer = { label: 'Write a campaign', does: 'new campaign' };

function outsideSlack({ bot, isTroubled, isOpening }: Facts): NextStep | undefined {
  if (bot === 'stopped')
    return {
      text: 'The bot is dead. Nothing is sent, and nothing is lost: what people answer waits at Vonage.',
      offers: [{ label: 'Start the bot', does: 'start bot' }],
    };
  if (bot === 'starting') return { text: 'The bot is starting…', offers: [] };
  if (isTroubled)
    return {
      text: 'Trouble is switched on. Watch what Trickle says about it in the campaign’s thread, then switch it off again.',
      offers: [],
    };
  if (isOpening) return { text: 'Ada writes a first campaign and Ben approves it. One moment…', offers: [] };
}

function inModal({ window, submit }: Facts): NextStep | undefined {
  if (window === 'Reading your list…')
    return { text: 'Every number on the list is checked. The preview opens in this window.', offers: [] };
  if (submit === 'Preview')
    return {
      text: 'Fill in the form, or let it be filled in with a sample list. Then press Preview.',
      offers: [
        { label: 'Use sample.csv', does: 'fill in', with: 'sample.csv' },
        { label: 'Use a list with mistakes', does: 'fill in', with: 'sample-with-mistakes.csv' },
        { label: 'Use an export of a CRM', does: 'fill in', with: 'sample-from-a-crm.csv' },
      ],
    };
  if (submit === 'Submit for approval')
    return { text: 'This is what people will get, and when. Press Submit for approval.', offers: [] };
  if (submit === 'Approve')
    return {
      text: 'The approver sees the same facts as the author. Tick the box on top if there is one, then press Approve.',
      offers: [],
    };
  if (submit === 'Send test')
    return {
      text: 'Give any number as yours. The phone among those on the right that gets the code is your phone.',
      offers: [],
    };
  if (submit === 'Send back')
    return { text: 'Say what has to change: the author reads it. Then press Send back.', offers: [] };
  if (submit === 'Send') return { text: 'Write an answer: it arrives on that one phone. Press Send.', offers: [] };
}

function inChannel(facts: Facts): NextStep {
  const { me, waitsForReview, isSentBack, running, openReplies, agentWorks, isPaused } = facts;
  if (waitsForReview) {
    if (me !== 'ada') return { text: 'A campaign waits for approval: press Review on its card in #sms.', offers: [] };
    return {
      text: 'Nobody approves a campaign of their own. Become Ben and press Review on the card.',
      offers: [{ label: 'Become Ben', does: 'switch person', with: 'ben' }],
    };
  }
  if (isSentBack) return sentBack(me);
  if (isPaused)
    return { text: 'A campaign is paused. Its message says why; somebody has to press Resume.', offers: [] };
  if (running && openReplies && !agentWorks) return answerReplies(facts, running);
  if (running)
    return {
      text: 'A campaign is running. Its texts arrive on the phones, and the answers come back into its thread.',
      offers: [{ label: 'Open the thread', does: 'open thread', with: running }, newCampaign],
    };
  return {
    text: 'Now make your own: type /sms-campaign in #sms, or press the button. A sample list is ready for it.',
    offers: [newCampaign],
  };
}

function sentBack(me: string): NextStep {
  if (me === 'ada')
    return {
      text: 'Your campaign was sent back: its card says why. Press Edit on it, then submit it again.',
      offers: [],
    };
  return {
    text: 'The campaign is Ada’s again. Become Ada, press Edit on its card, and submit it once more.',
    offers: [{ label: 'Become Ada', does: 'switch person', with: 'ada' }],
  };
}

function answerReplies({ me }: Facts, running: string): NextStep {
  const openThread: Offer = { label: 'Open the thread', does: 'open thread', with: running };
  const agent: Offer = { label: 'Let Cleo do it', does: 'agent on' };
  if (me === 'cleo')
    return {
      text: 'Replies wait in the thread: press Reply or Handled on each. When few are left, the next batch goes out.',
      offers: [openThread, agent],
    };
  return {
    text: 'People are writing back. While too many replies are unanswered, Trickle holds the next batch.',
    offers: [{ label: 'Become Cleo, the agent', does: 'switch person', with: 'cleo' }, agent, newCampaign],
  };
}
