/** One part of `npm run bench`: what it measures, printed as tables beside the bare pool of connections. */
export type Section = {
  /** For `--only`. */
  name: string;
  /** A sentence: what is measured, and how. */
  what: string;
  run(report: Report): Promise<Figures>;
};

export type Report = {
  /** Small sizes, for a look; the figures in `docs/performance.md` are of a full run. */
  isQuick: boolean;
  /** How often each contender runs, one after the other; the median counts. */
  rounds: number;
  say(line: string): void;
};

/** What a bare pool of connections reaches against a server in a process of its own; CPU of the sending process. */
export type Floor = { perSecond: number; cpuMicros: number };

export type Figures = {
  tables: readonly Table[];
  targets?: readonly Target[];
  pictures?: readonly Picture[];
  /** What could not be measured here, why, and what to do about it: a sentence each. */
  missing?: readonly string[];
  /** What a reader must know to read the figures right. */
  notes?: readonly string[];
};

export type Table = { title: string; columns: readonly Column[]; rows: readonly Row[] };

/** `beside`: another column sets each figure in relation to the floor's. */
export type Column = { key: string; title: string; digits?: number; beside?: keyof Floor };

/** A figure that is undefined was not measured; a text stands as it is. `isFloor`: this row is the floor of its table. */
export type Row = {
  name: string;
  values: Readonly<Record<string, number | string | undefined>>;
  isOurs?: boolean;
  isFloor?: boolean;
};

/** `beside`: what counts is the figure in relation to the floor's. */
export type Target = { what: string; value: number; unit: string; beside?: keyof Floor } & (
  | { atMost: number }
  | { atLeast: number }
);

export type Picture =
  | { kind: 'bars'; name: string; title: string; unit: string; bars: readonly Bar[] }
  | { kind: 'lines'; name: string; title: string; x: string; y: string; lines: readonly Line[] };
export type Bar = { name: string; value: number; isOurs?: boolean };
/** Both axes are logarithmic: a flat line is a cost that does not grow. */
export type Line = { name: string; points: readonly { x: number; y: number }[] };

/** The target of a figure that should be reached, or not be passed. */
export function isMet(target: Target): boolean {
  return 'atMost' in target ? target.value <= target.atMost : target.value >= target.atLeast;
}
