import type { Need } from '../peers/needs.ts';

/** Who does the job, and what each of them promises about a message that it has sent. */
export type Known = {
  name: string;
  module: URL;
  /** What is kept of each result, and when. */
  keeps: string;
  isOurs?: boolean;
  isFloor?: boolean;
  /** Texts the long list too. */
  isFast?: boolean;
  /** Claims durably before a message leaves and keeps its result durably, as Trickle does. */
  isDurable?: boolean;
  needs?: Need;
  /** Slow ones do a part of the messages: each costs the same. */
  share?: number;
};

export const contenders: readonly Known[] = [
  {
    name: 'bare pool (the floor)',
    module: new URL('./bare-pool.ts', import.meta.url),
    keeps: 'nothing',
    isFloor: true,
    isFast: true,
  },
  {
    name: 'Trickle',
    module: new URL('./trickle.ts', import.meta.url),
    keeps: 'claim and result synced, never twice',
    isOurs: true,
    isFast: true,
  },
  {
    name: 'Trickle’s store and gateway alone',
    module: new URL('./store-and-gateway.ts', import.meta.url),
    keeps: 'claim and result synced, never twice',
    isOurs: true,
  },
  {
    name: 'Trickle’s gateway alone',
    module: new URL('./gateway-alone.ts', import.meta.url),
    keeps: 'nothing',
    isOurs: true,
  },
  {
    name: 'pg-boss, batches of 500',
    module: new URL('../peers/pg-boss-batches.ts', import.meta.url),
    keeps: 'claim and result committed, a batch at a time',
    isFast: true,
    isDurable: true,
    needs: { packages: ['pg-boss'], server: 'postgres' },
  },
  {
    name: 'pg-boss, one by one',
    module: new URL('../peers/pg-boss-single.ts', import.meta.url),
    keeps: 'claim and result committed, never twice',
    isDurable: true,
    needs: { packages: ['pg-boss'], server: 'postgres' },
    share: 0.2,
  },
  {
    name: 'graphile-worker, batched',
    module: new URL('../peers/graphile-batched.ts', import.meta.url),
    keeps: 'claim and completion committed in groups, no message id',
    isFast: true,
    isDurable: true,
    needs: { packages: ['graphile-worker'], server: 'postgres' },
  },
  {
    name: 'graphile-worker, as shipped',
    module: new URL('../peers/graphile-default.ts', import.meta.url),
    keeps: 'claim and completion committed, no message id',
    isDurable: true,
    needs: { packages: ['graphile-worker'], server: 'postgres' },
    share: 0.2,
  },
  {
    name: 'BullMQ, appendfsync always',
    module: new URL('../peers/bullmq.ts', import.meta.url),
    keeps: 'claim and result synced',
    isDurable: true,
    needs: { packages: ['bullmq', 'ioredis'], server: 'redis' },
    share: 0.5,
  },
  {
    name: 'the tutorials’ loop, SDK as shipped',
    module: new URL('./tutorial.ts', import.meta.url),
    keeps: 'nothing',
    share: 0.1,
  },
  {
    name: 'lowdb, the whole file each time',
    module: new URL('./whole-file.ts', import.meta.url),
    keeps: 'claim and result written, not synced',
    share: 0.01,
  },
];
