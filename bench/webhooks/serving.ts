import { CampaignId } from '../../src/domain/ids.ts';

/** A server that takes webhooks, in a process of its own; the module exports it as `serve`. */
export type Serve = (job: ServeJob) => Promise<{ port: number; close(): Promise<void> }>;

/** So many people of a campaign wait for their receipts; the store lies in the folder. */
export type ServeJob = { folder: string; people: number };

/** What the server's process answers: its port, then what it has cost since the last question. */
export type Told = { port: number } | { cpuMicros: number; loopP99Ms: number };

export const signing = { apiKey: 'a1b2c3d4', signatureSecret: 'a secret of the bench', reuseSignature: false };
/** Whose receipts they are. */
export const benchCampaign = CampaignId.parse('bench234');
export const statusPath = '/vonage/status';
