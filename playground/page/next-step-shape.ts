/** What the bar at the top says, and what it offers to do. */
export interface NextStep {
  readonly text: string;
  readonly offers: readonly Offer[];
}

export interface Offer {
  readonly label: string;
  readonly does: 'start bot' | 'new campaign' | 'fill in' | 'switch person' | 'open thread' | 'agent on';
  /** A person, a sample list, or a thread's timestamp. */
  readonly with?: string;
}
