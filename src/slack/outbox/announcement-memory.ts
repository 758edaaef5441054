import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Clock } from '../../ports/world.ts';

/** What is known of announcements beyond the store: which may stand already, and which are left alone for a while. */
export type AnnouncementMemory = {
  /** It may stand although that was not recorded: its post got an unclear answer, or is older than this process. */
  mayStand(announcement: Announcement): boolean;
  setMayStand(ids: readonly string[], mayStand: boolean): void;
  /** Its post was given up, but may still be carried out for this long. */
  setUnderWay(ids: readonly string[], ms: number): void;
  /** How much longer that is so; 0 when it is not. */
  underWayMs(id: string): number;
  isParked(id: string): boolean;
  park(ids: readonly string[], ms: number): void;
  forget(id: string): void;
};

export function createAnnouncementMemory(clock: Clock): AnnouncementMemory {
  const startedAtMs = clock.now().getTime();
  const doubts = new Map<string, boolean>();
  const underWayUntilMs = new Map<string, number>();
  const parkedUntilMs = new Map<string, number>();
  return {
    mayStand: ({ id, at }) => doubts.get(id) ?? Date.parse(at) < startedAtMs,
    setMayStand(ids, mayStand) {
      for (const id of ids) doubts.set(id, mayStand);
    },
    setUnderWay(ids, ms) {
      for (const id of ids) underWayUntilMs.set(id, clock.real.monotonicMs() + ms);
    },
    underWayMs: (id) => Math.max(0, (underWayUntilMs.get(id) ?? 0) - clock.real.monotonicMs()),
    isParked: (id) => clock.monotonicMs() < (parkedUntilMs.get(id) ?? 0),
    park(ids, ms) {
      for (const id of ids) parkedUntilMs.set(id, clock.monotonicMs() + ms);
    },
    forget(id) {
      doubts.delete(id);
      underWayUntilMs.delete(id);
      parkedUntilMs.delete(id);
    },
  };
}
