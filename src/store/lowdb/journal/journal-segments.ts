/** A file of the journal, named by the first event that can be in it. */
export type Segment = { name: string; first: number };

export function segmentOf(first: number): Segment {
  return { name: `journal.${String(first).padStart(16, '0')}.ndjson`, first };
}

/** The folder's segments, in order. */
export function segmentsAmong(names: readonly string[]): Segment[] {
  return names
    .flatMap((name) => {
      const first = /^journal\.(\d{16})\.ndjson$/.exec(name)?.[1];
      return first === undefined ? [] : [{ name, first: Number(first) }];
    })
    .sort((a, b) => a.first - b.first);
}
