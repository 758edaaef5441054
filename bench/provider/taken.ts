/** What came to the provider. */
export type Taken = {
  messages: number;
  /** Of how many phones: fewer than messages when somebody was texted twice. */
  people: number;
  /** When each arrived, in milliseconds of the provider's own monotonic clock. */
  atMs: readonly number[];
  /** How late the provider itself was at most: by so much, arrivals may seem closer together than they were. */
  lateMs: number;
};
