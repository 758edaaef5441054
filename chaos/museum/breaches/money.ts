import type { Bug } from '../bug.ts';

/** Texts and money that leave unasked. */
export const moneyBreaches: readonly Bug[] = [];
