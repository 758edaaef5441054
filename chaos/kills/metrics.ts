/** The key to reading them. */
export const metricsToken = 'a-token-for-the-figures';

/** The program's own counts as it shows them to monitoring; undefined when it does not answer. */
export async function readMetrics(port: number | undefined): Promise<ReadonlyMap<string, number> | undefined> {
  if (port === undefined) return undefined;
  const text = await fetch(`http://127.0.0.1:${port}/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
    signal: AbortSignal.timeout(2_000),
  })
    .then((answer) => answer.text())
    .catch(() => undefined);
  const lines = text?.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines && new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

/** How many messages' outcome nobody knows yet. */
export function undecided(metrics: ReadonlyMap<string, number> | undefined): number | undefined {
  if (!metrics) return undefined;
  return metrics.get('trickle_recipients{state="queued"}')! + metrics.get('trickle_recipients{state="claimed"}')!;
}
