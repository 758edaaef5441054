import { onTestFinished } from 'vitest';
import type { Announcement } from '../../src/domain/campaign/announcement.ts';
import { ChannelId } from '../../src/domain/ids.ts';
import { createNudges } from '../../src/services/nudging/nudges.ts';
import type { Bench } from './services.ts';

/** Looks after the replies of a bench each half minute; nothing else happens meanwhile. */
export function nudging(bench: Bench): { live(minutes: number): Promise<void>; stop(): Promise<void> } {
  const nudges = createNudges(bench.deps);
  const stop = async () => {
    const stopping = nudges.stop();
    await bench.clock.advance(5_000);
    await stopping;
  };
  onTestFinished(stop);
  return {
    async live(minutes) {
      for (let half = 0; half < minutes * 2; half += 1) {
        nudges.tick();
        await bench.clock.advance(30_000);
      }
    },
    stop,
  };
}

type Kind = Announcement['kind'];

/** What is owed of one kind, in order. */
export async function owedOf<Of extends Kind>(
  { store }: Pick<Bench, 'store'>,
  kind: Of,
): Promise<Extract<Announcement, { kind: Of }>[]> {
  const pending = await store.announcements.pending();
  return pending.filter((owed): owed is Extract<Announcement, { kind: Of }> => owed.kind === kind);
}

const minute = 60_000;
let posted = 0;

/** The chat takes all posts that are owed. */
export async function postAll({ store }: Pick<Bench, 'store'>): Promise<void> {
  for (const { id } of await store.announcements.pending()) {
    posted += 1;
    await store.announcements.done(id, { channel: ChannelId.parse('C0REUNION'), id: `1764300000.${posted}` });
  }
}

/** Milliseconds between both, of days from 8 to 20 only if it is so; minute by minute, as slowly and surely as can be: up to one too many. */
export function minutesOfDays(fromMs: number, toMs: number, isByDay: boolean): number {
  let waited = 0;
  for (let at = fromMs; at < toMs; at += minute) {
    const hour = new Date(at).getUTCHours();
    if (!isByDay || (hour >= 8 && hour < 20)) waited += minute;
  }
  return waited;
}
