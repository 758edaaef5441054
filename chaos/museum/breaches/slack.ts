import type { Bug } from '../bug.ts';

/** A Slack that hangs, limits or lies. */
export const slackBreaches: readonly Bug[] = [];
