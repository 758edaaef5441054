import type { AcceptedMessage } from '../../playground/vonage/oracle.ts';
import type { LogFigures } from './log-figures.ts';
import type { OracleReport } from './oracle/oracle-report.ts';
import type { PlacesEvidence } from './places/places-evidence.ts';
import type { Books } from './read-books.ts';

export type Evidence = {
  accepted: readonly AcceptedMessage[];
  oracle: OracleReport;
  books: Books;
  log: LogFigures;
  /** Messages that may be in flight at once. */
  mayFly: number;
  /** How many troubles could make answers unclear. */
  outages: number;
  /** Where people live in many places. */
  places?: PlacesEvidence | undefined;
};

/** One sentence for each broken promise, with where to look. Empty: all of them held. */
export type Breach = { promise: string; sentence: string };
