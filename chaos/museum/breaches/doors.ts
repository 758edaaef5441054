import type { Bug } from '../bug.ts';

/** Webhooks, HTTP and the start of the program. */
export const doorsBreaches: readonly Bug[] = [];
