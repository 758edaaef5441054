import type { Member } from '../../../src/domain/campaign/permissions.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import type { People } from '../../../src/ports/world.ts';
import type { Life, VirtualTime } from './virtual-time.ts';

/**
 * `limited`: it refuses at once, for as long as it likes; `silent`: no answer; `late`: a right one, when nobody waits
 * any more.
 */
export type ChatMood = 'fine' | 'limited' | 'silent' | 'late';

export type VirtualChat = {
  mood: ChatMood;
  /** Those who have left the workspace. */
  gone: Set<UserId>;
  /** What a process is told about people, within the deadlines of its edge. */
  people(life: Life): People;
};

/** How long the edge waits for people who press a button, and otherwise. */
const deadlines = { findNow: 2_000, find: 16_300 };
const lateMs = 5_000;

/** The chat that knows who people are. */
export function createVirtualChat(time: VirtualTime, onAsked: (id: UserId, mood: ChatMood) => void): VirtualChat {
  const after = <T>(ms: number, life: Life, value: T): Promise<T> =>
    new Promise((resolve) => void time.after(ms, () => resolve(value), life));

  const chat: VirtualChat = {
    mood: 'fine',
    gone: new Set(),
    people: (life) => {
      const ask = (deadlineMs: number) => async (id: UserId) => {
        const { mood } = chat;
        onAsked(id, mood);
        if (mood === 'fine') return personOf(id, chat.gone);
        if (mood === 'limited') return undefined;
        const isInTime = mood === 'late' && lateMs < deadlineMs;
        return isInTime ? after(lateMs, life, personOf(id, chat.gone)) : after(deadlineMs, life, undefined);
      };
      const findNow = ask(deadlines.findNow);
      return { find: ask(deadlines.find), findNow, findNowOrLately: findNow };
    },
  };
  return chat;
}

function personOf(id: UserId, gone: ReadonlySet<UserId>): Member {
  const zone = 'America/New_York';
  return {
    id,
    name: id,
    zone,
    isBot: false,
    isDeactivated: gone.has(id),
    isGuest: false,
    isExternal: false,
    groups: [],
  };
}
