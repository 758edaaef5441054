import type { AnswerRule } from '../../../playground/vonage/requests/scripted-answers.ts';
import type { Settings } from '../../../playground/vonage/settings.ts';
import { startLocalVonage } from '../../../playground/vonage/start-local-vonage.ts';
import type { OracleReport } from './oracle-report.ts';
import { oracleReport } from './oracle-report.ts';

/** What the chaos runner tells the oracle's process, and what that answers. */
export type OracleOrder =
  | { do: 'configure'; changes: Partial<Settings> }
  | { do: 'script'; rules: readonly AnswerRule[] }
  | { do: 'text'; from: string; text: string }
  | { do: 'report' };
export type OracleNews =
  | { kind: 'ready'; port: number; settings: Settings }
  | { kind: 'accepted'; count: number }
  | { kind: 'report'; report: OracleReport };

/** How much faster than real time webhooks are repeated and messages delivered. */
const speed = 50;

const [file, ...senders] = process.argv.slice(2);
const vonage = await startLocalVonage({
  oracleFile: file,
  speed,
  accountRate: Number.POSITIVE_INFINITY,
  numbers: senders.map((msisdn) => ({ msisdn, country: 'US', type: 'mobile-lvn', features: ['SMS'] })),
  rates: Object.fromEntries(senders.map((id) => [id, Number.POSITIVE_INFINITY])),
  balance: 1_000_000_000,
  submittedAfterMs: 2_000,
  finalAfterMs: 10_000,
});
const tell = (news: OracleNews): void => void process.send?.(news);

vonage.onChange(({ kind }) => {
  if (kind === 'accepted') tell({ kind: 'accepted', count: vonage.accepted.length });
});
process.on('message', (order: OracleOrder) => {
  if (order.do === 'configure') vonage.configure(order.changes);
  if (order.do === 'text') vonage.phone(order.from).text(order.text);
  if (order.do === 'report') tell({ kind: 'report', report: oracleReport(vonage.webhooks) });
  if (order.do !== 'script') return;
  vonage.clearAnswers();
  for (const rule of order.rules) vonage.answer(rule);
});
process.on('disconnect', () => process.exit(0));
tell({ kind: 'ready', port: vonage.port, settings: vonage.settings });
