import { platformCode } from '../api/slack-failure.ts';

/**
 * What a person is told when Slack did not take an answer any more: a press is answered within three seconds and once,
 * and only in a window that is open and as it was. Undefined for other errors.
 */
export function tooLate(error: unknown): string | undefined {
  return sentences[platformCode(error) ?? ''];
}

const pressAgain = 'That took too long: press it again.';
const reopen = 'This window was closed or has changed meanwhile: open it again.';

const sentences: Readonly<Record<string, string>> = {
  expired_trigger_id: pressAgain,
  exchanged_trigger_id: pressAgain,
  invalid_trigger_id: pressAgain,
  trigger_expired: pressAgain,
  trigger_exchanged: pressAgain,
  hash_conflict: pressAgain,
  not_found: reopen,
  view_not_found: reopen,
  push_limit_reached: 'Too many windows lie on top of each other: close one and press it again.',
  duplicate_external_id: reopen,
};
