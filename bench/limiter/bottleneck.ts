import { load } from '../peers/load.ts';
import type { CreateLimiter } from './limiter.ts';

type Bottleneck = {
  default: new (options: { minTime: number }) => { schedule(act: () => Promise<unknown>): Promise<unknown> };
};

export const createLimiter: CreateLimiter = async (perSecond) => {
  const { default: Bottleneck } = await load<Bottleneck>('bottleneck');
  const limiter = new Bottleneck({ minTime: 1_000 / perSecond });
  return (act) => limiter.schedule(act);
};
