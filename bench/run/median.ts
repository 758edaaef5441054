/** The middle of the values; of an even number the lower one of the two. Undefined ones are left out. */
export function median(values: readonly (number | undefined)[]): number {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/**
 * Lets each contender have its turn, so many times: what slows the machine down for a while slows all of them. The results
 * stand in the order of the contenders.
 */
export async function takeTurns<Contender, Result>(
  contenders: readonly Contender[],
  rounds: number,
  turn: (contender: Contender, round: number) => Promise<Result>,
): Promise<Result[][]> {
  const results: Result[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, contender] of contenders.entries()) results[at]!.push(await turn(contender, round));
  }
  return results;
}
