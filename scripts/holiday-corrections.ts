/**
 * Holidays that the library does not know, or whose observed day it does not: each only closes a day more. Known to who
 * wrote this, not read anew: look at the state's own list where it matters.
 */
export const corrections: Readonly<Record<string, readonly string[]>> = {
  /** Mardi Gras, a holiday in the counties of Mobile and Baldwin. */
  'US-AL': ['2025-03-04', '2026-02-17', '2027-02-09', '2028-02-29', '2029-02-13'],
  /** The day of a general election. */
  'US-RI': ['2026-11-03', '2028-11-07'],
  /** Pioneer Day falls on a Saturday, and is observed the day before. */
  'US-UT': ['2027-07-23'],
  /** The National Day for Truth and Reconciliation. */
  'CA-BC': ['2025-09-30', '2026-09-30', '2027-09-30', '2028-09-30', '2029-09-30'],
  CA: ['2025-09-30', '2026-09-30', '2027-09-30', '2028-09-30', '2029-09-30'],
};

/** Days that the library has as public holidays and that hardly anybody keeps, so that nobody minds a text on them. */
export const hardlyKept: Readonly<Record<string, readonly string[]>> = {
  /** St Andrew's Day: most of Scotland works, and banks need not close. */
  GB: ['11-30', '12-01'],
};
