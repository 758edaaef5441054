/* What the HTTP server hands to whoever answers below a path. */

export type WebReply = { status: number; body?: string; type?: string; headers?: Readonly<Record<string, string>> };

export type WebRequest = {
  method: string;
  /** Without what is behind the question mark. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whom limits count: an address, or the network of one customer. */
  client: string;
  /** Read at most once, and only for whom is known: from then on nobody else's connections crowd it out. Throws a BodyCut. */
  body: AsyncIterable<Uint8Array>;
};

/** Answers everything below a path. */
export type WebMount = (request: WebRequest) => Promise<WebReply>;

/** The body did not come to its end: too slowly, or its connection is gone. */
export class BodyCut extends Error {
  readonly why: 'slow' | 'gone';

  constructor(why: 'slow' | 'gone') {
    super(why === 'slow' ? 'The body came too slowly.' : 'The body ended early.');
    this.why = why;
  }
}
