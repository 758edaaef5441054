import type { Bug } from '../bug.ts';

/** Two processes on one folder. */
export const ownerBreaches: readonly Bug[] = [];
