import { setTimeout } from 'node:timers/promises';

/** Slack needs an answer within three seconds; the way back and forth takes some of it. */
const soonMs = 1_500;

/** Whether the work comes to an end while the form is still open. Rejects as the work does, if that is soon. */
export async function isDoneSoon(work: Promise<unknown>): Promise<boolean> {
  const waiting = new AbortController();
  const late = setTimeout(soonMs, false, { signal: waiting.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    waiting.abort();
  }
}
