/** At most `max` texts to one number in a rolling time. */
export type Cap = { max: number; perHours: number };

/** When so many of the texts have left the rolling time that one more may follow; undefined when it may now. */
export function capEnds(textedAt: readonly Date[], { max, perHours }: Cap, now: Date): Date | undefined {
  const windowMs = perHours * 3_600_000;
  const within = textedAt.map((at) => at.getTime()).filter((at) => at > now.getTime() - windowMs);
  if (within.length < max) return undefined;
  const leaving = within.sort((a, b) => a - b)[within.length - max]!;
  return new Date(leaving + windowMs);
}
