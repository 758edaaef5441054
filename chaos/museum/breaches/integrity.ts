import type { Bug } from '../bug.ts';

/** Bytes at rest that changed. */
export const integrityBreaches: readonly Bug[] = [];
