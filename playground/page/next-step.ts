import type { BotState } from '../bot-process.ts';
import type { NextStep, Offer } from './next-step-shape.ts';
import { type OpenWindow, windowStep } from './window-step.ts';

/** What can be seen in Slack, from which the next step follows. */
export type Facts = {
  readonly me: string;
  readonly bot: BotState;
  readonly window: OpenWindow | null;
  readonly isTroubled: boolean;
  /** The author of the campaign that waits for a review. */
  readonly waitsForReview: string | null;
  /** Whose campaign was sent back. */
  readonly sentBackTo: string | null;
  /** The running campaign's thread; among several the one looked at. */
  readonly running: string | null;
  readonly openReplies: boolean;
  /** The names of campaigns that wait for a Resume; none while the person looks at a running one. */
  readonly paused: readonly string[];
  readonly agentWorks: boolean;
  /** The playground itself is playing the first campaign. */
  readonly isOpening: boolean;
};

/** Picks the one thing that a newcomer does next. */
export function nextStep(facts: Facts): NextStep {
  const outside = outsideSlack(facts);
  if (outside) return outside;
  if (facts.window) return windowStep(facts.window, inChannel(facts));
  return inTrouble(facts) ?? inChannel(facts);
}

const newCampaign: Offer = { label: 'Write a campaign', does: 'new campaign' };

function outsideSlack({ bot, isOpening }: Facts): NextStep | undefined {
  if (bot === 'stopped')
    return {
      text: 'The bot is dead. Nothing is sent, and nothing is lost: what people answer waits at Vonage.',
      offers: [{ label: 'Start the bot', does: 'start bot' }],
    };
  if (bot === 'starting') return { text: 'The bot is starting…', offers: [] };
  if (isOpening) return { text: 'Ada writes a first campaign and Ben approves it. One moment…', offers: [] };
}

function inTrouble({ isTroubled }: Facts): NextStep | undefined {
  if (!isTroubled) return undefined;
  return {
    text: 'Trouble is switched on. Watch what Trickle says about it in the campaign’s thread, then switch it off again.',
    offers: [],
  };
}

function inChannel(facts: Facts): NextStep {
  const { me, waitsForReview, sentBackTo, running, openReplies, agentWorks, paused } = facts;
  if (waitsForReview !== null) return review(me, waitsForReview);
  if (sentBackTo !== null) return sentBack(me, sentBackTo);
  if (paused.length > 0) return pausedOnes(paused);
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

function review(me: string, author: string): NextStep {
  if (me !== author) return { text: 'A campaign waits for approval: press Review on its card in #sms.', offers: [] };
  const other = author === 'ben' ? 'ada' : 'ben';
  return {
    text: `Nobody approves a campaign of their own. Become ${capitalised(other)} and press Review on the card.`,
    offers: [become(other)],
  };
}

function sentBack(me: string, author: string): NextStep {
  if (me === author)
    return {
      text: 'Your campaign was sent back: its card says why. Press Edit, or Use this pace where it stands there.',
      offers: [],
    };
  const name = capitalised(author);
  return {
    text: `The campaign is ${name}’s again. Become ${name}, press Edit on its card, and submit it once more.`,
    offers: [become(author)],
  };
}

function pausedOnes(names: readonly string[]): NextStep {
  const which = names.map((name) => `“${name}”`).join(' and ');
  const why = names.length === 1 ? 'is paused. Its message in #sms says' : 'are paused. Their messages in #sms say';
  return { text: `${which} ${why} why. Once that is fixed, press Resume there.`, offers: [] };
}

function become(person: string): Offer {
  return { label: `Become ${capitalised(person)}`, does: 'switch person', with: person };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function answerReplies({ me }: Facts, running: string): NextStep {
  const openThread: Offer = { label: 'Open the thread', does: 'open thread', with: running };
  const agent: Offer = { label: 'Let Cleo do it', does: 'agent on' };
  if (me === 'cleo')
    return {
      text: 'Press Answer replies on the campaign’s message: whoever waits longest comes first. Equal replies share a card in the thread, with Answer all.',
      offers: [openThread, agent],
    };
  return {
    text: 'People are writing back. While too many replies are unanswered, Trickle holds the next batch.',
    offers: [{ label: 'Become Cleo, the agent', does: 'switch person', with: 'cleo' }, agent, newCampaign],
  };
}
