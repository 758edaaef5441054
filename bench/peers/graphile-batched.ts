import { inFlight } from '../sending/contender.ts';
import { graphile } from './graphile.ts';

/** As its documentation says for much work: jobs fetched and completed many at a time. */
export const contender = graphile({
  concurrentJobs: inFlight,
  maxPoolSize: 10,
  localQueue: { size: 500 },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
});
