import type { UserId } from '../../../src/domain/ids.ts';
import type { Scene, Who } from '../scene.ts';

const nobodyElse = {
  'member without a role': 'not_allowed',
  guest: 'not_a_member',
  bot: 'not_a_member',
  'member of elsewhere': 'not_a_member',
  'deactivated member': 'not_a_member',
  unknown: 'unknown_person',
} satisfies Partial<Record<Who, string>>;

/** Refusals by code; whoever is not named may. */
export type Refusals = Partial<Record<Who, string>>;
export const team: Refusals = nobodyElse;
export const approvers: Refusals = { ...nobodyElse, author: 'own_campaign', agent: 'not_allowed' };
export const admins: Refusals = { ...nobodyElse, author: 'not_allowed', approver: 'not_allowed', agent: 'not_allowed' };
/** Of a draft that was never submitted. */
export const writers: Refusals = { ...nobodyElse, approver: 'not_yours', agent: 'not_yours', admin: 'not_yours' };
/** Of what answers to a campaign are counted as. */
export const counters: Refusals = { ...nobodyElse, agent: 'not_yours' };
export const sendersAnyway: Refusals = { ...nobodyElse, agent: 'not_yours', admin: 'not_yours' };
export const writersAndAdmins: Refusals = { ...nobodyElse, approver: 'not_yours', agent: 'not_yours' };

/**
 * When a door asks who the person is: `again` each time, and nothing is allowed while nobody can say; `or lately` where a
 * silent chat must not keep people from what is safe or cannot wait; what merely `shows` may rest on the last five minutes.
 */
export type Asked = 'again' | 'or lately' | 'shows';

export type Row<Doors> = [Asked, Refusals, (doors: Doors, by: UserId, scene: Scene) => Promise<unknown>];
export type Attempt = Row<object>[2];
export type Try<Doors> = { [Door in keyof Doors]: Row<Doors> };
