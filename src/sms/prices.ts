import { z } from 'zod';
import type { Log } from '../ports/world.ts';

type Price = { amount: number; currency: string };

type PriceOptions = {
  /** Asks the provider and returns its answer as it is. */
  ask: (country: string) => Promise<unknown>;
  now: () => Date;
  /** Never rejects. */
  sleep: (ms: number) => Promise<unknown>;
  log?: Log | undefined;
};

const dayMs = 86_400_000;
const troubleMs = 60_000;
// The pricing API takes one request per second.
const gapMs = 1_000;
const longestQueue = 10;

/** Prices of one segment by country, remembered for a day; a failure is remembered for a minute. */
export function createPrices({ ask, now, sleep, log }: PriceOptions): (country: string) => Promise<Price | undefined> {
  const known = new Map<string, { price: Promise<Price | undefined>; untilMs: number }>();
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function fetchPrice(country: string): Promise<Price | undefined> {
    if (waiting >= longestQueue) return undefined;
    waiting += 1;
    const mine = turn;
    turn = mine.then(() => sleep(gapMs));
    await mine;
    waiting -= 1;
    const { currency, defaultPrice } = Pricing.parse(await ask(country));
    return { amount: defaultPrice, currency };
  }

  return (country) => {
    if (!/^[A-Z]{2}$/.test(country)) return Promise.resolve(undefined);
    const nowMs = now().getTime();
    const found = known.get(country);
    if (found && nowMs < found.untilMs) return found.price;

    const entry = {
      untilMs: nowMs + dayMs,
      price: fetchPrice(country).catch((error: unknown) => {
        log?.warn({ country, error: error instanceof Error ? error.name : 'unknown' }, 'The price is not known.');
        return undefined;
      }),
    };
    known.set(country, entry);
    return entry.price.then((price) => {
      if (!price) entry.untilMs = now().getTime() + troubleMs;
      return price;
    });
  };
}

const Pricing = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  defaultPrice: z
    .union([z.string().regex(/^\d+(\.\d+)?$/), z.number()])
    .transform(Number)
    .pipe(z.number().nonnegative()),
});
