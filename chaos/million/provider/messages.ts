/** What the provider's process is asked. */
export type Asked = { kind: 'count' } | { kind: 'book' };

/** `book`: how often each place of the list was texted, as bytes in base64; `strangers`: texts to anybody else. */
export type Told =
  | { kind: 'listens'; port: number }
  | { kind: 'count'; texts: number; people: number }
  | { kind: 'book'; times: string; strangers: number };
