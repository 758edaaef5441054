import { setTimeout } from 'node:timers/promises';

/** Slack needs an answer within three seconds, part of which goes to the way back and forth. */
const soonMs = 1_500;

/** Does the work end while the form is still open? Rejects like the work, if that is soon. */
export async function isDoneSoon(work: Promise<unknown>): Promise<boolean> {
  const waiting = new AbortController();
  const late = setTimeout(soonMs, false, { signal: waiting.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    waiting.abort();
  }
}
