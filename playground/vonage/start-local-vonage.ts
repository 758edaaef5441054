import { realClock, stoppable } from '../clock.ts';
import type { AutoReplyPolicy } from './auto-reply.ts';
import { createCarrier } from './carrier.ts';
import { type Changes, createChanges } from './changes.ts';
import { createHttpServer, listen } from './http-server.ts';
import { type AcceptedMessage, type ArrivedRequest, createOracle } from './oracle.ts';
import type { Phone } from './phones.ts';
import { createRateLimit } from './requests/rate-limit.ts';
import { type AnswerRule, createScriptedAnswers } from './requests/scripted-answers.ts';
import { defaultSettings, type LocalVonageOptions, type Settings } from './settings.ts';
import { createWebhooks, type SendOptions, type Webhook } from './webhooks.ts';

export interface LocalVonage extends Pick<Changes, 'onChange' | 'until'> {
  /** Base of both hosts, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly settings: Readonly<Settings>;
  /** Changes settings while it runs. */
  configure(changes: Partial<Settings>): void;
  /** Every request that arrived, the refused ones too. */
  readonly requests: readonly ArrivedRequest[];
  /** Every message taken on, append-only. */
  readonly accepted: readonly AcceptedMessage[];
  /** Every webhook with the answers it got. */
  readonly webhooks: readonly Webhook[];
  readonly phones: readonly Phone[];
  phone(number: string): Phone;
  /** Lets phones answer by themselves, or no longer (null). */
  autoReply(policy: AutoReplyPolicy | null): void;
  /** Scripts answers to requests; the first rule that matches decides. The returned function removes the rule. */
  answer(rule: AnswerRule): () => void;
  clearAnswers(): void;
  /** Posts any webhook to the configured URL: forged, unsigned, malformed. Resolves when the first attempt is over. */
  sendWebhook(kind: Webhook['kind'], body: Record<string, unknown>, options?: SendOptions): Promise<void>;
  /** Ends everything: connections, timers, pending retries. */
  close(): Promise<void>;
}

/** Starts a Vonage on 127.0.0.1 that speaks the real wire protocol and is as strict as the real one. */
export async function startLocalVonage(options: LocalVonageOptions = {}): Promise<LocalVonage> {
  const { port: wantedPort = 0, oracleFile, speed, clock: given, webhookTimeoutMs, rateWindowMs, ...changed } = options;
  const settings: Settings = { ...defaultSettings(), ...changed };
  const clock = stoppable(given ?? realClock(speed));
  const changes = createChanges();
  const oracle = createOracle(oracleFile);
  const scripted = createScriptedAnswers();
  const webhooks = createWebhooks(clock, settings, webhookTimeoutMs ?? 10_000, () => changes.tell('webhook'));
  const carrier = createCarrier(settings, clock, webhooks, changes);
  const accountRate = createRateLimit(rateWindowMs);
  const senderRates = createRateLimit(rateWindowMs);
  const parts = { settings, clock, oracle, scripted, carrier, changes, accountRate, senderRates };
  const server = createHttpServer(parts);
  const port = await listen(server, wantedPort);

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    settings,
    configure(wanted) {
      Object.assign(settings, wanted);
      changes.tell('settings');
    },
    requests: oracle.requests,
    accepted: oracle.accepted,
    webhooks: webhooks.log,
    get phones() {
      return carrier.phones.list;
    },
    phone: carrier.phones.phone,
    autoReply: carrier.autoReply,
    answer: scripted.add,
    clearAnswers: scripted.clear,
    sendWebhook: (kind, body, sendOptions) => webhooks.send(kind, webhookUrl(settings, kind), body, sendOptions),
    onChange: changes.onChange,
    until: changes.until,
    async close() {
      clock.stop();
      webhooks.close();
      changes.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      oracle.close();
    },
  };
}

function webhookUrl({ statusUrl, inboundUrl }: Settings, kind: Webhook['kind']): string {
  const url = kind === 'status' ? statusUrl : inboundUrl;
  if (!url) throw new Error(`There is no ${kind} URL yet: call configure({ ${kind}Url }) first.`);
  return url;
}
