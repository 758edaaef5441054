import { number } from '../number-words.ts';
import { networkName } from '../recipient/network-names.ts';
import { rangeInWords, sureRange } from './sure-range.ts';

/**
 * What comes back after a message was accepted: receipts, opt-outs, and answers of which nobody can tell what they mean.
 * Each breaker is a small window that forgets the oldest, needs a least number to say anything, and begins empty when a
 * person resumes: no old news stops a campaign twice.
 */

type WatchedFrom = { batch: number; upTo?: number | undefined };

/** Was it texted before a person resumed the campaign? What comes of it is no news any more. */
export function isOldNews(watchedFrom: WatchedFrom | undefined, text: { batch: number; no: number }): boolean {
  if (!watchedFrom) return false;
  const { batch, upTo = Number.POSITIVE_INFINITY } = watchedFrom;
  return text.batch < batch || (text.batch === batch && text.no <= upTo);
}

/** A final receipt of one message. */
export type FinalReceipt = { isDelivered: boolean; code: string | null; network: string | null };

/** The newest last. */
export type DeliveryTrouble = readonly FinalReceipt[];

export type DeliveryVerdict = 'go_on' | { pause: 'filtered' | 'undelivered'; detail: string };

export const deliveryTrouble = {
  /** No more than these are looked at. */
  kept: 2_000,

  /** Adds it to the state itself: at a thousand receipts a second, copies would be most of the work. */
  after(state: FinalReceipt[], receipt: FinalReceipt): FinalReceipt[] {
    state.push(receipt);
    if (state.length >= 2 * deliveryTrouble.kept) state.splice(0, state.length - deliveryTrouble.kept);
    return state;
  },

  /** `awaited`: texts whose receipt has yet to come, which at night may be most: failures are told first. */
  meaning(state: DeliveryTrouble, awaited: number): DeliveryVerdict {
    const kept = state.slice(-deliveryTrouble.kept);
    return filteredBy(kept) ?? undelivered(kept, awaited) ?? 'go_on';
  },
};

const limits = {
  filterKept: 400,
  /** Of a network, or of all where it is not named. */
  filterWindow: 50,
  filteredAtLeast: 15,
  filteredShare: 0.3,
  window: 100,
  failedAtLeast: 30,
  /** Of the receipts that came, and of all texts that could have one. */
  failedShare: 0.5,
  failedOfAll: 0.2,
  optOutsOver: 50,
  optOutsAtLeast: 4,
  optOutShare: 0.05,
  doubtsOver: 100,
  doubts: 10,
};

/** Codes of filters: spam, an age limit, blocked content or senders. */
const filters: ReadonlySet<string> = new Set(['1210', '1270', '1280', '1282', '1476']);
const badNumbers: ReadonlySet<string> = new Set([
  '1050',
  '1170',
  '1190',
  '1250',
  '1251',
  '1260',
  '1300',
  '1310',
  '1430',
]);

function filteredBy(state: DeliveryTrouble): DeliveryVerdict | undefined {
  const lately = state.slice(-limits.filterKept);
  for (const network of new Set(lately.map((receipt) => receipt.network))) {
    const recent = lately.filter((receipt) => receipt.network === network).slice(-limits.filterWindow);
    const filtered = recent.filter(isFiltered);
    if (filtered.length < limits.filteredAtLeast || filtered.length < recent.length * limits.filteredShare) continue;
    const from = network === null ? '' : ` from ${networkName(network)}`;
    const detail = `${number(filtered.length)} of the last ${number(recent.length)} receipts${from} say filtered (${commonCode(filtered)}).`;
    return { pause: 'filtered', detail };
  }
  return undefined;
}

function isFiltered({ isDelivered, code }: FinalReceipt): boolean {
  return !isDelivered && code !== null && filters.has(code);
}

function undelivered(state: DeliveryTrouble, awaited: number): DeliveryVerdict | undefined {
  const recent = state.slice(-limits.window);
  const failed = recent.filter(({ isDelivered }) => !isDelivered);
  if (failed.length < limits.failedAtLeast || failed.length <= recent.length * limits.failedShare) return undefined;
  if (!isManyOfAll(recent, awaited) && !isManyOfAll(state, awaited)) return undefined;
  const wrong = failed.filter(({ code }) => code !== null && badNumbers.has(code)).length;
  const cause =
    wrong > failed.length / 2 ? 'the list seems to have landlines or dead numbers' : 'the networks refuse it';
  const code = commonCode(failed);
  const most = code === 'no code' ? '' : `, most with ${code}`;
  const detail = `${number(failed.length)} of the last ${number(recent.length)} receipts say not delivered${most}: ${cause}.`;
  return { pause: 'undelivered', detail };
}

/** Of the last ones, and of all that are kept: who texts fast always awaits more receipts than the last ones are. */
function isManyOfAll(receipts: DeliveryTrouble, awaited: number): boolean {
  const failed = receipts.filter(({ isDelivered }) => !isDelivered).length;
  return failed >= (receipts.length + awaited) * limits.failedOfAll;
}

function commonCode(receipts: readonly FinalReceipt[]): string {
  const counts = new Map<string, number>();
  for (const { code } of receipts) counts.set(code ?? 'no code', (counts.get(code ?? 'no code') ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'no code';
}

/** How many people a batch reached, and how many of them opted out. */
export type BatchOptOuts = { no: number; reached: number; optedOut: number };

/**
 * The newest batches, as many as make up fifty people: surely more than 5 % opted out, with 95 % confidence and at least
 * four. A campaign that people are content with loses 0.5 %, and only one in a million such looks would stop it.
 */
export function optOutVerdict(batches: readonly BatchOptOuts[]): 'go_on' | { pause: 'many_opt_outs'; detail: string } {
  let [reached, optedOut] = [0, 0];
  for (const batch of [...batches].sort((a, b) => b.no - a.no)) {
    if (reached >= limits.optOutsOver) break;
    reached += batch.reached;
    optedOut += batch.optedOut;
  }
  const range = sureRange(optedOut, reached);
  if (!range || optedOut < limits.optOutsAtLeast || range.from <= limits.optOutShare) return 'go_on';
  const detail = `${number(optedOut)} of the last ${number(reached)} people opted out: ${rangeInWords(optedOut, reached)}.`;
  return { pause: 'many_opt_outs', detail };
}

/** Whether each of the last messages got an answer that leaves no doubt. */
export type DoubtTrouble = readonly boolean[];

export const doubtTrouble = {
  none: [] satisfies DoubtTrouble as DoubtTrouble,

  after(state: DoubtTrouble, isInDoubt: boolean): DoubtTrouble {
    // Almost always: another of many clear answers.
    if (!isInDoubt && state.length === limits.doubtsOver && !state.includes(true)) return state;
    return [...state, isInDoubt].slice(-limits.doubtsOver);
  },

  /** Five in a row stop everything at once; this is for doubts that are strewn in between. */
  meaning(state: DoubtTrouble): 'go_on' | { pause: 'many_doubts'; detail: string } {
    const doubts = state.filter(Boolean).length;
    if (doubts < limits.doubts) return 'go_on';
    const detail = `${number(doubts)} of the last ${number(state.length)} messages got no clear answer.`;
    return { pause: 'many_doubts', detail };
  },
};
