/** What the bench tells the provider’s process. `to`: the whole address that receipts are posted to. */
export type ToProvider =
  | { kind: 'receipts'; to: string; signing: { secret: string; apiKey: string } }
  | { kind: 'forget' }
  | { kind: 'count' }
  | { kind: 'arrivals' };

/** `arrivals`: by sender, in milliseconds since 1970; `different`: messages of different references; `twice`: of one. */
export type FromProvider =
  | { kind: 'listens'; port: number }
  | { kind: 'count'; messages: number; receiptsTaken: number; receiptsRefused: number }
  | { kind: 'arrivals'; arrivals: Record<string, number[]>; different: number; twice: number };
