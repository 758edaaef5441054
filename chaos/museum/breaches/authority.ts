import type { Bug } from '../bug.ts';

/** Who may do what, and on which sight. */
export const authorityBreaches: readonly Bug[] = [];
