import type { Webhook } from '../../../playground/vonage/webhooks.ts';

/** What became of the oracle's webhooks, as far as the books are held against it. */
export type OracleReport = {
  /** Not taken yet: they are tried again. */
  pending: number;
  /** Answered so that Vonage never tries again, which could lose a STOP. */
  refused: number;
  taken: number;
  /** More than one attempt, or more than one copy. */
  repeated: number;
  /** Final status by message id. */
  finals: Record<string, string>;
  /** Texts from phones whose webhook was taken, with the instant of the 2xx. */
  inbound: { id: string; from: string; text: string; takenAt: number }[];
};

export function oracleReport(webhooks: readonly Webhook[]): OracleReport {
  const report: OracleReport = { pending: 0, refused: 0, taken: 0, repeated: 0, finals: {}, inbound: [] };
  const seen = new Set<string>();
  for (const { kind, body, state, attempts } of webhooks) {
    if (state === 'trying') report.pending += 1;
    if (state === 'refused' || state === 'dropped') report.refused += 1;
    if (state === 'taken') report.taken += 1;
    const id = String(body.message_uuid);
    const what = `${id} ${body.status}`;
    if (attempts.length > 1 || seen.has(what)) report.repeated += 1;
    seen.add(what);
    if (kind === 'status' && body.status !== 'submitted') report.finals[id] = String(body.status);
    const takenAt = attempts.at(-1)?.at;
    if (kind === 'inbound' && state === 'taken' && takenAt !== undefined) {
      report.inbound.push({ id, from: String(body.from), text: String(body.text), takenAt });
    }
  }
  return report;
}
