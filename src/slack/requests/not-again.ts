import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { RequestStore } from '../../ports/store.ts';
import type { Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { interactionOf } from './interaction.ts';

/**
 * Refuses requests signed before this process began to take them, which may have acted then: Slack's signature is good
 * for five minutes, and the memory of deliveries ends with the process. Only Slack's own clock is asked, so a wrong one
 * of ours neither lets anything act twice nor shuts anybody out.
 */
export function notAgain(requests: RequestStore, log: Log): Middleware<AnyMiddlewareArgs> {
  const takenBefore = requests.takenUntil() ?? Number.NEGATIVE_INFINITY;
  return async ({ context, next }) => {
    const { signedAt } = interactionOf(context);
    if (signedAt === undefined) return next();
    if (!(signedAt > takenBefore)) throw new CampaignError('of_before_the_start', startedAnew);
    await requests.take(signedAt).catch((error: unknown) => {
      // Nothing else can be stored either: this request can only show something.
      log.warn(describeError(error), 'It could not be remembered that a request was taken');
    });
    await next();
  };
}

const startedAnew =
  'Nothing was done: Trickle was just started, and cannot tell whether it has done this before. Look how things stand, then press or type it again.';
