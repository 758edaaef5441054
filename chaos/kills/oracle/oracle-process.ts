import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AcceptedMessage } from '../../../playground/vonage/oracle.ts';
import type { Settings } from '../../../playground/vonage/settings.ts';
import type { OracleNews, OracleOrder } from './oracle.ts';
import type { OracleReport } from './oracle-report.ts';

/** A local Vonage in a process of its own: it lives through everything that happens to the program. */
export type OracleProcess = {
  readonly port: number;
  readonly settings: Settings;
  /** How many messages it has taken so far. */
  readonly acceptedCount: number;
  order(order: OracleOrder): void;
  report(): Promise<OracleReport>;
  /** Every message it took, as in its file. */
  accepted(): AcceptedMessage[];
  close(): Promise<void>;
};

export async function startOracle(file: string, senders: readonly string[]): Promise<OracleProcess> {
  const child = fork(new URL('oracle.ts', import.meta.url), [file, ...senders], {
    execArgv: [],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
  });
  let acceptedCount = 0;
  child.on('message', (news: OracleNews) => {
    if (news.kind === 'accepted') acceptedCount = news.count;
  });
  const { port, settings } = await nextNews(child, 'ready');

  return {
    port,
    settings,
    get acceptedCount() {
      return acceptedCount;
    },
    order: (order) => void child.send(order),
    async report() {
      const answer = nextNews(child, 'report');
      child.send({ do: 'report' } satisfies OracleOrder);
      return (await answer).report;
    },
    accepted: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as AcceptedMessage),
    async close() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function nextNews<Kind extends OracleNews['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<OracleNews, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error('The oracle ended: nothing can be held against it any more.'));
    child.once('exit', died);
    const look = (news: OracleNews) => {
      if (news.kind !== kind) return;
      child.off('message', look);
      child.off('exit', died);
      resolve(news as Extract<OracleNews, { kind: Kind }>);
    };
    child.on('message', look);
  });
}
