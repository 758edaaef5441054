import { graphile } from './graphile.ts';

/** As it comes, with ten workers: each fetches and completes one job after the other. */
export const contender = graphile({ concurrentJobs: 10 });
