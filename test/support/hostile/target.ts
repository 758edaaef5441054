import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChannelId, UserId } from '../../../src/domain/ids.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { approved } from '../approved.ts';
import { aCampaign, aNumber } from '../builders.ts';
import { vouchedFor } from '../known-folder.ts';
import { type Program, startProgram } from '../program.ts';
import { connect, environmentFor, metricsHeaders, startServers, type World } from '../world.ts';
import { createPosts, type Posts } from './post.ts';

/** The real program in a process of its own, with a half-sent campaign in its store, to throw things at. */
export type Target = Pick<World, 'slack' | 'vonage'> & {
  url: string;
  program: Program;
  posts: Posts;
  /** Everything on its disk as one hash: nothing can be remembered without changing it. */
  stored(): Promise<string>;
  /** Waits until the disk has not changed for a second: what the last posts came to is written after they show. */
  rests(): Promise<void>;
  /** One figure of `/metrics`, such as `trickle_suppressed_numbers`. */
  metric(name: string): Promise<number>;
  memoryBytes(): Promise<number>;
  /** The lines it logged as an error. */
  errors(): string[];
  close(): Promise<void>;
};

/** Of the campaign in the store the first 60 were sent, and the others wait. */
export const sentPeople = 60;
export const allPeople = 100;

export async function startTarget(mode: 'socket' | 'http' = 'http'): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-target-'));
  await fillStore(join(folder, 'data'));
  const servers = await startServers({ mode });
  const environment = { ...environmentFor(servers, folder, mode), INBOX_CHANNEL: 'C0SMS', ADMINS: '' };
  const program = startProgram(environment);
  const url = await program.url;
  await connect(servers, url, mode);
  const posts = createPosts();

  return {
    ...servers,
    url,
    program,
    posts,
    stored: () => hashOf(join(folder, 'data')),
    rests: () => untilUnchanged(() => hashOf(join(folder, 'data'))),
    metric: async (name) => {
      const { body } = await posts.post(`${url}/metrics`, { method: 'GET', body: '', headers: metricsHeaders });
      return Number(
        body
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.slice(name.length + 1),
      );
    },
    memoryBytes: async () => {
      const status = await readFile(`/proc/${program.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
    },
    errors: () => program.logged.filter((line) => line.includes('"level":"error"')),
    close: async () => {
      posts.close();
      program.kill('SIGTERM');
      await program.ended;
      await servers.slack.close();
      await servers.vonage.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function fillStore(folder: string): Promise<void> {
  const store = await vouchedFor(await openLowdbStore({ folder }));
  const now = new Date();
  const list = Array.from({ length: allPeople }, (_, no) => ({ number: aNumber(no), values: [`Person ${no}`] }));
  const wanted = aCampaign({
    channel: ChannelId.parse('C0SMS'),
    createdBy: UserId.parse('U0ADA'),
    hours: null,
    throttle: { batchSize: sentPeople, everySeconds: 300, holdAbove: null },
  });
  const campaign = await store.campaigns.create(approved(wanted, list), list);
  const batch = { no: 1, startedAt: now.toISOString(), size: sentPeople };
  for (const claim of await store.recipients.claim(campaign.id, batch, sentPeople, now)) {
    await store.recipients.record(claim, { to: 'submitted', messageId: `message-${claim.no}-of-the-campaign` }, now);
  }
  const pause = { reason: 'person' as const, by: UserId.parse('U0ADA'), at: now.toISOString(), detail: null };
  await store.campaigns.save({ ...campaign, status: 'paused', pause });
  await store.close();
}

async function untilUnchanged(look: () => Promise<string>): Promise<void> {
  let last = await look();
  for (let looks = 0; looks < 10; ) {
    await setTimeout(100);
    const now = await look();
    looks = now === last ? looks + 1 : 0;
    last = now;
  }
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  // The heartbeat says that the process lives, every few seconds.
  const names = (await readdir(folder)).filter((name) => !name.startsWith('heartbeat'));
  for (const name of names.sort()) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}
