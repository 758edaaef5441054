/** What the bar at the top says, and what it offers to do. */
export type NextStep = {
  readonly text: string;
  readonly offers: readonly Offer[];
};

export type Offer = {
  readonly label: string;
  readonly does: 'start bot' | 'new campaign' | 'fill in' | 'switch person' | 'open thread' | 'agent on';
  /** A person, a sample list, or a thread's timestamp. */
  readonly with?: string;
};
