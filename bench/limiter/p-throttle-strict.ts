import { pThrottle } from './p-throttle.ts';

export const createLimiter = pThrottle(true);
