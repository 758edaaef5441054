import type { LocalVonage } from './vonage/start-local-vonage.ts';

export const replyMixes = ['everything', 'answers', 'questions', 'stops'] as const;

/** What people write when they write back. */
export type ReplyMix = (typeof replyMixes)[number];

/** How many of the people texted answer by themselves, and what. */
export type Replies = {
  /** Of 100 people. */
  readonly percent: number;
  readonly mix: ReplyMix;
  set(percent: number, mix: ReplyMix): void;
  /** Everybody who was texted writes at once, each something of their own: more than Slack takes posts. */
  everybodyAsks(): void;
};

const weights = {
  everything: { answer: 6, question: 3, stop: 1 },
  answers: { answer: 1, question: 0, stop: 0 },
  questions: { answer: 0, question: 1, stop: 0 },
  stops: { answer: 0, question: 0, stop: 1 },
} as const;

const whatTheyWrite = {
  answers: [
    'Yes, I will be there',
    'Thanks! See you then',
    'No, sorry, not this time',
    'Count me in',
    'Sounds great, yes',
  ],
  questions: ['Can I bring a friend?', 'Where is it?', 'Until when does it last?', 'Is there food?'],
};

export function createReplies(vonage: LocalVonage, percent: number): Replies {
  let now: { percent: number; mix: ReplyMix } = { percent, mix: 'everything' };
  const apply = () => {
    vonage.autoReply({
      fraction: now.percent / 100,
      weights: weights[now.mix],
      ...whatTheyWrite,
      delayMs: [3_000, 20_000],
      seed: 7,
    });
  };
  apply();
  return {
    get percent() {
      return now.percent;
    },
    get mix() {
      return now.mix;
    },
    set(nextPercent, mix) {
      now = { percent: nextPercent, mix };
      apply();
    },
    everybodyAsks() {
      const texted = vonage.phones.filter(({ messages }) => messages.some(({ direction }) => direction === 'received'));
      const { questions } = whatTheyWrite;
      for (const [no, { number }] of texted.entries()) {
        vonage.phone(number).text(`${questions[no % questions.length]} I would bring ${no + 2}.`);
      }
    },
  };
}
