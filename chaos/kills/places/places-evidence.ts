import type { PlacesPlan } from './plan-places.ts';

/** Somebody who said no elsewhere. `confirmedMs`: when the program said that it is noted; undefined: it never did. */
export type Refusal = { number: string; by: 'import' | 'hand'; confirmedMs: number | undefined };

/** What a run through places leaves to judge. `cancelledMs`: when who still waited was given up. */
export type PlacesEvidence = { plan: PlacesPlan; refusals: readonly Refusal[]; cancelledMs: number };
