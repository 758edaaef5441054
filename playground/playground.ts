import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHoliday } from '../src/domain/rules/holidays/calendar.ts';
import { type BotProcess, createBotProcess, freePort } from './bot-process.ts';
import { playFirstCampaign } from './first-campaign.ts';
import { createHelpfulAgent, type HelpfulAgent } from './helpful-agent.ts';
import { type AppManifest, readManifest } from './manifest.ts';
import { openRulesFile } from './open-rules.ts';
import { createReplies, type Replies } from './replies.ts';
import { directMessage } from './slack/conversations.ts';
import { type LocalSlack, startLocalSlack } from './slack/local-slack.ts';
import { type LocalVonage, startLocalVonage } from './vonage/start-local-vonage.ts';
import { createWorldClock, realMs, type WorldClock } from './world-clock.ts';
import { createWorldTroubles, type WorldTroubles } from './world-troubles.ts';

export type PlaygroundOptions = {
  /** Where everybody lives; default: New York, so that it is day where the people of the sample lists are. */
  readonly zone?: string;
  /** The time at the start; default: 10 in the morning of the last working day, because campaigns rest at night and on Sundays. */
  readonly startAt?: Date;
  readonly speed?: number;
  /** How many of 100 people answer by themselves. */
  readonly replyPercent?: number;
  /** Every hour is open everywhere, and nobody is texted too often. */
  readonly isAlwaysOpen?: boolean;
};

/** The playground's whole world: a Slack, a Vonage with phones, and the real program between them. */
export type Playground = {
  readonly zone: string;
  readonly manifest: AppManifest;
  readonly clock: WorldClock;
  readonly slack: LocalSlack;
  readonly vonage: LocalVonage;
  readonly bot: BotProcess;
  /** Where Trickle itself listens, for other programs. */
  readonly programUrl: string;
  readonly troubles: WorldTroubles;
  readonly replies: Replies;
  readonly agent: HelpfulAgent;
  /** The first campaign is under way to its approval. */
  readonly isOpening: boolean;
  /** Starts the bot and a first campaign through it, so that nobody comes into an empty room. */
  open(): Promise<void>;
  setSpeed(speed: number): void;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
};

export const people = [
  { name: 'ada', role: 'author' },
  { name: 'ben', role: 'approver' },
  { name: 'cleo', role: 'agent' },
] as const;

const sender = '12015550123';
const perSecond = 10;

/** Starts a world with its own empty store; the bot is not started yet. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const zone = options.zone ?? 'America/New_York';
  const startMs = options.startAt?.getTime() ?? lastWorkingMorning(new Date(), zone);
  const clock = createWorldClock({ realMs: realMs(), worldMs: startMs, speed: options.speed ?? 1 });
  const manifest = readManifest();
  const folder = await mkdtemp(join(tmpdir(), 'trickle-playground-'));
  const slack = await startSlack(clock, zone, manifest);
  const vonage = await startVonage(clock);
  const port = await freePort();
  vonage.configure({
    statusUrl: `http://127.0.0.1:${port}/vonage/status`,
    inboundUrl: `http://127.0.0.1:${port}/vonage/inbound`,
  });

  let isOpening = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  slack.onChange(tell);
  vonage.onChange(tell);
  const bot = createBotProcess(
    {
      ...environment({ slack, vonage, folder, port, zone }),
      ...(options.isAlwaysOpen && { RULES_FILE: openRulesFile }),
    },
    clock,
    tell,
  );
  const agent = createHelpfulAgent(slack, { agent: 'cleo', channel: 'sms', clock });
  return {
    zone,
    manifest,
    clock,
    slack,
    vonage,
    bot,
    programUrl: `http://127.0.0.1:${port}`,
    agent,
    troubles: createWorldTroubles(slack, vonage),
    replies: createReplies(vonage, options.replyPercent ?? 50),
    get isOpening() {
      return isOpening;
    },
    async open() {
      isOpening = true;
      try {
        await bot.start();
        await playFirstCampaign(slack);
      } finally {
        isOpening = false;
        tell();
      }
    },
    setSpeed(speed) {
      clock.setSpeed(speed);
      bot.tellTime();
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      await agent.stop();
      await bot.stop();
      await Promise.all([vonage.close(), slack.close()]);
      clock.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startSlack(clock: WorldClock, zone: string, manifest: AppManifest): Promise<LocalSlack> {
  const users = [
    { id: 'U0ADA', name: 'ada', real_name: 'Ada', tz: zone },
    { id: 'U0BEN', name: 'ben', real_name: 'Ben', tz: zone },
    { id: 'U0CLEO', name: 'cleo', real_name: 'Cleo', tz: zone },
  ];
  const channels = [
    { id: 'C0SMS', name: 'sms', members: ['bot', ...users.map(({ id }) => id)] },
    { id: 'C0GENERAL', name: 'general', members: ['bot', ...users.map(({ id }) => id)] },
  ];
  const slack = await startLocalSlack({
    // Stamps are in the playground's time; the 3 seconds that an app has to answer stay real.
    clock: { now: clock.nowMs, after: realTimer, steadyNow: realMs },
    workspace: { users, channels },
    scopes: manifest.scopes,
    botEvents: manifest.botEvents,
  });
  // Slack shows an app's messages tab before the app has written anything.
  for (const { id } of users) directMessage(slack.state, id);
  return slack;
}

function startVonage(clock: WorldClock): Promise<LocalVonage> {
  return startLocalVonage({
    clock: { now: clock.nowMs, after: clock.after },
    rates: { [sender]: perSecond },
    // Enough for ten texts to a million people each: nothing in the playground tops it up.
    balance: 1_000_000,
    // Faster time also lengthens the jitter of a busy machine.
    rateWindowMs: 700,
  });
}

function environment(parts: { slack: LocalSlack; vonage: LocalVonage; folder: string; port: number; zone: string }) {
  const { slack, vonage, folder, port, zone } = parts;
  return {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    VONAGE_API_KEY: vonage.settings.apiKey,
    VONAGE_API_SECRET: vonage.settings.apiSecret,
    VONAGE_SIGNATURE_SECRET: vonage.settings.signatureSecret,
    VONAGE_API_HOST: vonage.url,
    SMS_SENDERS: `${sender}:${perSecond}/s`,
    STORE_URL: `file:${join(folder, 'data')}`,
    ADMINS: 'U0BEN',
    HOST: '127.0.0.1',
    PORT: String(port),
    TIME_ZONE: zone,
  };
}

function realTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Ten in the morning of the last day on which people in the United States work. */
function lastWorkingMorning(now: Date, zone: string): number {
  let atMs = lastTenInTheMorning(now, zone);
  while (!isWorkingDay(new Date(atMs), zone)) atMs -= 86_400_000;
  return atMs;
}

function isWorkingDay(at: Date, zone: string): boolean {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(at);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);
  return !['Sat', 'Sun'].includes(weekday) && isHoliday('US-federal', date) === 'open';
}

function lastTenInTheMorning(now: Date, zone: string): number {
  const clockFace = {
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  } as const;
  const parts = new Intl.DateTimeFormat('en', clockFace).formatToParts(now);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const sinceMidnightMs = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1_000;
  const dayMs = 86_400_000;
  const hourMs = 3_600_000;
  // At least an hour behind ours, so that faster time does not overtake it: a webhook from the future is refused.
  const sinceElevenMs = (sinceMidnightMs - 11 * hourMs + dayMs) % dayMs;
  return Math.floor((now.getTime() - sinceElevenMs - hourMs) / 1_000) * 1_000;
}
