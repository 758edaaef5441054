import type { LocalSlack } from './slack/local-slack.ts';
import type { LocalVonage } from './vonage/start-local-vonage.ts';

export const vonageMoods = ['works', 'slow', 'failing', 'rate-limiting'] as const;
export const slackMoods = ['works', 'failing', 'rate-limiting'] as const;

export type VonageMood = (typeof vonageMoods)[number];
export type SlackMood = (typeof slackMoods)[number];

/** The switches for trouble: how the two services behave until somebody switches back. */
export type WorldTroubles = {
  readonly vonage: VonageMood;
  readonly slack: SlackMood;
  setVonage(mood: VonageMood): void;
  setSlack(mood: SlackMood): void;
};

export function createWorldTroubles(slack: LocalSlack, vonage: LocalVonage): WorldTroubles {
  const moods: { vonage: VonageMood; slack: SlackMood } = { vonage: 'works', slack: 'works' };
  return {
    get vonage() {
      return moods.vonage;
    },
    get slack() {
      return moods.slack;
    },
    setVonage(mood) {
      moods.vonage = mood;
      vonage.clearAnswers();
      if (mood === 'slow') vonage.answer({ answer: { kind: 'accept', afterMs: 3_000 } });
      if (mood === 'failing') vonage.answer({ answer: { kind: 'fail', status: 503, as: 'json' } });
      if (mood === 'rate-limiting') vonage.answer({ answer: { kind: 'throttle', retryAfter: '2' } });
    },
    setSlack(mood) {
      moods.slack = mood;
      slack.clearTroubles();
      const always = { times: Number.POSITIVE_INFINITY };
      if (mood === 'failing') slack.trouble({ kind: '500', ...always });
      if (mood === 'rate-limiting') slack.trouble({ kind: '429', retryAfterS: 2, ...always });
    },
  };
}
