import { CampaignError } from '../../src/domain/campaign-error.ts';
import type { HandClock } from './hand-clock.ts';

/** How an attempt was refused; undefined: it was done. Time goes on meanwhile, for what waits for its place in a rate limit. */
export async function refusalOf(
  { clock }: { clock: HandClock },
  attempt: () => Promise<unknown>,
): Promise<CampaignError | undefined> {
  let isOver = false;
  const refusal = attempt()
    .then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof CampaignError) return error;
        throw error;
      },
    )
    .finally(() => {
      isOver = true;
    });
  while (!isOver) await clock.advance(100);
  return refusal;
}
