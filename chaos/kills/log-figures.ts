/** One line of the program's log. */
export type LogLine = { level: string; msg: string } & Record<string, unknown>;

/** What the program says of itself while it is struck; only what the books cannot tell afterwards. */
export type LogFigures = {
  /** Claims that each restart found in all campaigns, and made unconfirmed. */
  doubtsByCrash: number[];
  /** Messages whose answer was unclear. */
  doubtsByAnswer: number;
  /** Why campaigns paused by themselves, and how often. */
  pauses: Record<string, number>;
  /** Errors by their sentence. */
  errors: Record<string, number>;
};

export function createLogFigures(): { figures: LogFigures; read(line: LogLine, pid: number): void } {
  const figures: LogFigures = { doubtsByCrash: [], doubtsByAnswer: 0, pauses: {}, errors: {} };
  let restarted = 0;
  return {
    figures,
    read(line, pid) {
      const { msg, level } = line;
      if (msg === 'Claims of a former process are unconfirmed now') {
        // It says so of one campaign after the other.
        const before = restarted === pid ? figures.doubtsByCrash.pop() : undefined;
        figures.doubtsByCrash.push((before ?? 0) + Number(line.count));
        restarted = pid;
      }
      if (msg === 'Message not accepted' && isDoubt(line.outcome)) figures.doubtsByAnswer += 1;
      if (msg === 'Campaign paused by itself') count(figures.pauses, String(line.reason));
      if (level === 'error') count(figures.errors, msg);
    },
  };
}

function isDoubt(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'unconfirmed';
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
