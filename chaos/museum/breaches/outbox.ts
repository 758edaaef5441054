import type { Bug } from '../bug.ts';

/** Posts that go astray, drown others or are never made. */
export const outboxBreaches: readonly Bug[] = [];
