/** One thing Slack tells the app. */
export type Envelope = {
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Record<string, unknown>;
  readonly retry?: { readonly attempt: number; readonly reason: string };
};

/** What the app answered within 3 seconds, or why that does not count. */
export type Delivered =
  | { readonly kind: 'acked'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly reason: string; readonly noRetry?: boolean };

/** A way to reach the app: Socket Mode or signed HTTP. */
export type Delivery = {
  send(envelope: Envelope): Promise<Delivered>;
  close(): void;
};
