import type { Receiver } from '@slack/bolt';
import type { View } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../domain/ids.ts';
import { noticeModal } from '../ui/modals/notice.ts';
import type { Interaction } from './interaction.ts';
import { showView } from './show-view.ts';

/** Slack shows people an error when no answer came within three seconds. */
const deadlineMs = 2_200;

type Event = Parameters<Parameters<Receiver['init']>[0]['processEvent']>[0];
type Answer = { response_action?: string; view?: View };

/**
 * Acknowledges each interaction once and in time, whatever its listener does: a second acknowledgement is ignored, and
 * a form whose work takes long says so meanwhile and shows the outcome later.
 */
export function acknowledgeInTime(receiver: Receiver, client: WebClient, waitMs = deadlineMs): Receiver {
  return {
    init(app) {
      const processEvent = (event: Event) => process(event, client, waitMs, (guarded) => app.processEvent(guarded));
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }));
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

async function process(event: Event, client: WebClient, waitMs: number, next: (event: Event) => Promise<void>) {
  if (event.body.event !== undefined) return next(event);

  const acknowledgement: NonNullable<Interaction['acknowledgement']> = { acknowledged: false };
  let isLate = false;
  const ack = async (answer?: Answer | string) => {
    if (acknowledgement.acknowledged) return isLate ? showLate(event, client, answer) : undefined;
    acknowledgement.acknowledged = true;
    clearTimeout(timer);
    await event.ack(answer);
  };
  const timer = setTimeout(() => {
    isLate = true;
    void ack(isSubmission(event) ? { response_action: 'update', view: workingModal() } : undefined).catch(() => {});
  }, waitMs);

  try {
    await next({
      ...event,
      ack,
      customProperties: { ...event.customProperties, acknowledgement } satisfies Interaction,
    });
    if (!acknowledgement.acknowledged) await ack();
  } finally {
    clearTimeout(timer);
  }
}

/** The listener's answer replaces the modal's "Working on it". */
async function showLate(event: Event, client: WebClient, answer: Answer | string | undefined): Promise<void> {
  if (!isSubmission(event)) return;
  const view = (typeof answer === 'object' && answer.view) || noticeModal('Done', 'Done. You can close this window.');
  await showView(client, {
    viewId: event.body.view.id,
    person: event.body.user.id as UserId,
    view,
    orSay: 'Done.',
  });
}

function isSubmission(event: Event): boolean {
  return event.body.type === 'view_submission';
}

function workingModal(): View {
  return noticeModal('Working on it', 'This takes a little longer than usual. The result appears here.');
}
