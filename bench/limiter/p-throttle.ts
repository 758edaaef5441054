import { load } from '../peers/load.ts';
import type { CreateLimiter } from './limiter.ts';

type Options = { limit: number; interval: number; strict: boolean };
type Throttle = { default: (options: Options) => (call: Call) => Call };
type Call = (act: () => Promise<unknown>) => Promise<unknown>;

export function pThrottle(strict: boolean): CreateLimiter {
  return async (perSecond) => {
    const { default: createThrottle } = await load<Throttle>('p-throttle');
    return createThrottle({ limit: perSecond, interval: 1_000, strict })((act) => act());
  };
}

export const createLimiter = pThrottle(false);
