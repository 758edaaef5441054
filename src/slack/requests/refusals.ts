import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { Clock, Log } from '../../ports/world.ts';
import { createOnceInAWhile } from '../api/once-in-a-while.ts';

/** Who was refused what, and by which rule: only ids of ours and Slack's, never what somebody wrote. */
export type Refused = { person: string | undefined; attempt: string; code: string };

/** Counts and logs each rule's refusals, so that forbidden attempts can be found. */
export function createRefusals(log: Log) {
  const counts: Record<string, number> = {};
  const count = (code: string) => {
    counts[code] = (counts[code] ?? 0) + 1;
  };
  return {
    note(refused: Refused) {
      count(refused.code);
      log.info(refused, 'A person was refused');
    },
    /** Anybody can send these, so the log gets each kind once in a while, with its count. */
    noteRequest(clock: Clock) {
      const isDue = createOnceInAWhile(clock);
      return (status: number) => {
        const code = `http_${status}`;
        count(code);
        if (isDue(code)) log.warn({ status, times: counts[code] }, requestSentence(status));
      };
    },
    counts: () => ({ ...counts }),
  };
}

function requestSentence(status: number): string {
  return status === 401
    ? 'A request to Slack’s address was refused: it was not signed with SLACK_SIGNING_SECRET, or not within five minutes of this machine’s time'
    : 'A request to Slack’s address was refused';
}

/** What somebody tried: the button, form or shortcut by our id, or the command with its first words when they are ours. */
export function attemptOf(body: AnyMiddlewareArgs['body']): string {
  const tried = body as {
    command?: string;
    text?: string;
    type?: string;
    callback_id?: string;
    actions?: { action_id?: string }[];
    view?: { callback_id?: string };
  };
  if (tried.command !== undefined) return [tried.command, ...ownWords(tried.text ?? '')].join(' ');
  return tried.actions?.[0]?.action_id ?? tried.view?.callback_id ?? tried.callback_id ?? tried.type ?? 'unknown';
}

/** A name typed in place of a word is somebody's text. */
function ownWords(text: string): string[] {
  const [first = '', second = ''] = text.trim().toLowerCase().split(/\s+/, 2);
  if (!words.has(first)) return [];
  return first === 'optout' && verbs.has(second) ? [first, second] : [first];
}

const words = new Set(['new', 'help', 'list', 'status', 'pause', 'resume', 'cancel', 'export', 'answer', 'optout']);
const verbs = new Set(['check', 'add', 'remove']);
