import type { LocalSlack } from './slack/local-slack.ts';
import type { Person } from './slack/people/person.ts';
import type { MessageShown } from './slack/people/shown.ts';
import type { WorldClock } from './world-clock.ts';

/** An agent who works through the replies alone, one every few seconds, by pressing the same buttons as a person. */
export type HelpfulAgent = {
  readonly isOn: boolean;
  turn(on: boolean): void;
  stop(): Promise<void>;
};

const lookEveryMs = 3_000;

export function createHelpfulAgent(
  slack: LocalSlack,
  { agent, channel, clock }: { agent: string; channel: string; clock: WorldClock },
): HelpfulAgent {
  let on = false;
  let cancel = () => {};
  let working = Promise.resolve();
  const work = async () => {
    if (await workInWindow(slack.as(agent))) return;
    const reply = firstOpenReply(slack.channel(channel).messages());
    const button = reply && answerOf(reply);
    if (reply && button) await slack.as(agent).pressIn(reply, button);
  };
  const look = () => {
    // What was true when looking may be over when pressing: the next look follows.
    working = work().catch(() => {});
    cancel = clock.after(lookEveryMs, look);
  };

  return {
    get isOn() {
      return on;
    },
    turn(wanted) {
      if (wanted === on) return;
      on = wanted;
      cancel();
      if (on) look();
    },
    async stop() {
      cancel();
      await working;
    },
  };
}

/** Goes on in the window that “Answer these” opened, one at a time, and closes it when nobody of them waits. */
async function workInWindow(person: Person): Promise<boolean> {
  const window = person.openModal();
  if (window?.title !== 'Answer replies') return false;
  const button = ['Keep texting', 'Handled, next'].find((one) => window.buttons.includes(one));
  if (!button) await person.close();
  else await person.press(button === 'Keep texting' ? 'Opt out' : button);
  return true;
}

function firstOpenReply(messages: readonly MessageShown[]): MessageShown | undefined {
  return messages.flatMap(({ thread }) => thread).find((message) => answerOf(message) !== undefined);
}

/** "Handled" where it is offered, for all who say the same at once; a possible opt-out is taken at its word. */
function answerOf({ buttons }: MessageShown): string | undefined {
  return ['All handled', 'Handled', 'Opt out', 'Answer these'].find((button) => buttons.includes(button));
}
