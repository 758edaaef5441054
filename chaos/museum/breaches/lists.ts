import type { Bug } from '../bug.ts';

/** Hostile lists. */
export const listsBreaches: readonly Bug[] = [];
