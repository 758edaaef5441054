import { expect, onTestFinished, test } from 'vitest';
import { createWorldClock, realMs } from '../../playground/world-clock.ts';
import { approveCampaign } from '../support/story.ts';
import { startWorld, type World } from '../support/world.ts';

/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:1';

const refusals: [string, (world: World) => void, Record<string, string>, string][] = [
  ['says “too many” and asks for a second', tooMany, {}, 'too many come at once'],
  ['cannot be reached', () => {}, { VONAGE_API_HOST: nowhere }, 'cannot be reached'],
];

test.each(refusals)(
  'while the provider %s, the message never says that it sends, names no end, and the thread is told once',
  { timeout: 60_000 },
  async (_, refuse, environment, why) => {
    const clock = createWorldClock({ realMs: realMs(), worldMs: Date.now(), speed: 1 });
    onTestFinished(clock.stop);
    const world = await startWorld({ clock, environment });
    onTestFinished(world.close);
    const { slack } = world;
    refuse(world);
    const { ts } = await approveCampaign(slack, { recipients: 3, batchSize: 5 });
    const message = () => {
      const found = slack.channel('sms').messages();
      return found.find((candidate) => candidate.ts === ts)!;
    };
    const notes = () => message().thread.filter(({ text }) => text.includes('has taken no message since'));
    await slack.until(() => message().text.includes('has taken no message since'), { timeoutMs: 15_000 });

    clock.setSpeed(40);
    const said = new Set<string>();
    await slack.until(() => said.add(message().text) && notes().length > 0, { timeoutMs: 30_000 });
    expect(notes()[0]?.text).toContain(why);
    expect(notes()[0]?.text).toContain('@Ada and @Ben: this is for you.');
    for (const text of said) {
      expect(text).toContain(why);
      expect(text).not.toMatch(/Sending batch|leaves at/);
    }
    if (environment.VONAGE_API_HOST) return;

    world.vonage.clearAnswers();
    await slack.until(() => message().thread.some(({ text }) => text.includes('takes messages again')), {
      timeoutMs: 30_000,
    });
    expect(notes()).toHaveLength(1);
    expect(slack.problems).toEqual([]);
  },
);

function tooMany({ vonage }: World): void {
  vonage.answer({ answer: { kind: 'throttle', retryAfter: '1' } });
}
