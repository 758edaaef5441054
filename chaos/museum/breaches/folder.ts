import type { Bug } from '../bug.ts';

/** A folder that is new, or older than the world. */
export const folderBreaches: readonly Bug[] = [];
