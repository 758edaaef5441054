import { UserId } from '../../../../src/domain/ids.ts';

/** What strangers write: as long as it can be, so that every limit is met. */
export type Data = { name: string; short: string; text: string };

export const manyAgents = Array.from({ length: 30 }, (_, no) => UserId.parse(`U0ADMIN${no}`));
export const worstHands = manyAgents.map((member) => ({ member, replies: 1e6 }));
