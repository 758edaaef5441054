import type { Bug } from '../bug.ts';

/** Words and figures that mislead. */
export const figuresBreaches: readonly Bug[] = [];
