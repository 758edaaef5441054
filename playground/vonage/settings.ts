import type { Clock } from '../clock.ts';
import type { OwnNumber } from './account-api.ts';
import type { Credentials } from './requests/check-credentials.ts';

/** What the account is and how it behaves; all may be changed while the local Vonage runs. */
export interface Settings extends Credentials {
  signatureSecret: string;
  /** Whether a webhook's retry carries the first attempt's token; Vonage does not say. */
  reuseSignature: boolean;
  numbers: OwnNumber[];
  /** Messages per second of single senders; other US and Canadian long numbers have 1. */
  rates: Record<string, number>;
  /** Requests per second of the account. */
  accountRate: number;
  /** In EUR. */
  balance: number;
  pricePerSegment: number;
  statusUrl: string | undefined;
  inboundUrl: string | undefined;
  submittedAfterMs: number;
  finalAfterMs: number;
}

export interface LocalVonageOptions extends Partial<Settings> {
  port?: number;
  /** Gets one JSON line per accepted message, written before the answer leaves. */
  oracleFile?: string;
  /** How many times faster than real time delays pass: delivery, webhook retries, replies. */
  speed?: number;
  /** Instead of real time and `speed`. */
  clock?: Clock;
  /** Real ms a webhook may take to be answered. */
  webhookTimeoutMs?: number;
  /** The window rates are counted in; shorter than a second forgives jitter on the way. */
  rateWindowMs?: number;
}

export function defaultSettings(): Settings {
  return {
    apiKey: 'abcd1234',
    apiSecret: 'local-api-secret',
    applicationId: undefined,
    publicKey: undefined,
    signatureSecret: 'local-signature-secret-of-enough-length',
    reuseSignature: false,
    numbers: [{ msisdn: '12015550123', country: 'US', type: 'mobile-lvn', features: ['SMS', 'VOICE', 'MMS'] }],
    rates: {},
    accountRate: 30,
    balance: 100,
    pricePerSegment: 0.0075,
    statusUrl: undefined,
    inboundUrl: undefined,
    submittedAfterMs: 300,
    finalAfterMs: 2_000,
  };
}
