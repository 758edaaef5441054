import type { Deps } from './deps.ts';

/** Prices are asked for at most this many countries: the provider tells one a second. */
const mostPriced = 8;
/** Somebody waits for them: later prices are known the next time. */
const priceMs = 2_000;

export type Price = { amount: number; currency: string };

/** What a segment costs in each of the countries, as far as the provider tells soon enough. */
export async function pricesOf(
  { gateway, clock }: { gateway: Pick<Deps['gateway'], 'segmentPrice'> } & Pick<Deps, 'clock'>,
  countries: readonly string[],
): Promise<Map<string, Price>> {
  const known = new Map<string, Price>();
  const asked = countries.slice(0, mostPriced).map(async (country) => {
    const price = await gateway.segmentPrice(country);
    if (price) known.set(country, price);
  });
  const enough = new AbortController();
  await Promise.race([Promise.allSettled(asked), clock.real.sleep(priceMs, enough.signal)]);
  enough.abort();
  return new Map(known);
}
