/**
 * What became of one request to the provider. Only `unconfirmed` leaves doubt; `throttled` and `not_sent` prove that
 * nothing was accepted, so the recipient may be queued again.
 */
export type SendOutcome =
  | { kind: 'accepted'; messageId: string }
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'not_sent'; cause: string }
  | { kind: 'refused'; code: string; reason: string }
  | { kind: 'halted'; reason: 'provider_auth' | 'provider_not_found' | 'provider_balance'; detail: string }
  | { kind: 'unconfirmed'; cause: string };
