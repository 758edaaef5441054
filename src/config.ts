import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ChannelId } from './domain/ids.ts';
import { isZone } from './domain/pace/sending-hours.ts';
import { readReply } from './domain/reply/opt-out.ts';
import { BusinessNames, Countries, listed } from './list-settings.ts';
import { HouseCapsSetting, HouseHoursSetting, RulesFileSetting } from './rule-settings.ts';
import { rate, Senders } from './sender-settings.ts';
import { lostInComments, strangeSentence, strangeSettings } from './strange-settings.ts';

/** Wrong settings: each line names one, says what is wrong and how to fix it. Values are never shown. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  /** `odd`: settings that would not stop a start, but are probably not meant either. */
  constructor(problems: readonly string[], odd: readonly string[]) {
    const sections = ['These settings are wrong:', ...problems.map(item)];
    super([...sections, ...(odd.length > 0 ? ['These look odd:', ...odd.map(item)] : [])].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const item = (sentence: string): string => `  - ${sentence}`;
const nameIn = (sentence: string): string => sentence.slice(0, sentence.indexOf(':'));

export type Environment = Readonly<Record<string, string | undefined>>;
export type Config = z.infer<typeof Settings>;

/** Reads the environment, of which `envFile` is the text of one part. Throws a ConfigError with every wrong or odd setting. */
export function readConfig(environment: Environment, envFile = ''): Config {
  const problems = [
    ...strangeSettings(environment, names)
      .filter(({ isSure }) => isSure)
      .map(strangeSentence),
    ...lostInComments(envFile, environment).map(
      (name) => `${name}: what follows a # in .env is a comment, so it is empty. Write the value in quotation marks.`,
    ),
  ];
  const read = Settings.safeParse(withSecretFiles(environment, problems));
  if (!read.success) {
    problems.push(...read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (problems.length === 0 && read.success) return read.data;
  const wrong = new Set(problems.map(nameIn));
  const odd = oddSettings(environment).filter((sentence) => !wrong.has(nameIn(sentence)));
  throw new ConfigError([...new Set(problems)].sort(), odd);
}

/** What is not wrong, but probably not wanted either: logged once at the start. */
export function oddSettings(environment: Environment): string[] {
  const settings = withSecretFiles(environment, []);
  const short = usualLengths
    .filter(([name, least, between]) =>
      settings[name]?.split(between).some((one) => one.trim() && one.trim().length < least),
    )
    .map(([name]) => `${name}: it is shorter than Vonage's usually are. Look whether all of it was copied.`);
  return [
    ...short,
    ...strangeSettings(environment, names)
      .filter(({ isSure }) => !isSure)
      .map(strangeSentence),
  ];
}

const usualLengths = [
  ['VONAGE_API_KEY', 8, /$/],
  ['VONAGE_API_SECRET', 8, /$/],
  ['VONAGE_SIGNATURE_SECRET', 16, ','],
] as const;

const secrets = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'VONAGE_API_SECRET',
  'VONAGE_PRIVATE_KEY',
  'VONAGE_SIGNATURE_SECRET',
  'STORE_URL',
  'METRICS_TOKEN',
] as const;

/** Empty settings count as unset; `NAME_FILE` names the file with a secret. */
function withSecretFiles(environment: Environment, problems: string[]): Environment {
  const settings = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  for (const name of secrets) {
    const path = settings[`${name}_FILE`];
    if (!path) continue;
    if (settings[name]) {
      problems.push(`${name}: it is set twice, here and by ${name}_FILE. Keep one of them.`);
    } else if (existsSync(path)) {
      settings[name] = readFileSync(path, 'utf8').trim();
    } else {
      problems.push(`${name}_FILE: there is no such file. Give the path of the file that holds the secret.`);
    }
  }
  return settings;
}

const secret = (what: string) =>
  z
    .string({ error: `it is missing. ${what}` })
    .refine((value) => !/changeme|placeholder|your[-_ ]|<|\.\.\./i.test(value), `this is a placeholder. ${what}`);

const privateKey = z.string().transform((value, context) => {
  const pem = !value.includes('-----BEGIN') && existsSync(value) ? readFileSync(value, 'utf8') : value;
  try {
    createPrivateKey(pem);
  } catch {
    context.addIssue(
      "it is not a PEM key. Give the file's path, or the key itself with real line breaks instead of \\n.",
    );
  }
  return pem;
});

const ids = z
  .string()
  .default('')
  .transform(listed)
  .refine(
    (list) => list.every((id) => /^[UWS][A-Z0-9]{2,}$/.test(id)),
    'list user ids (U…) or user-group ids (S…), separated by commas.',
  );

const url = (example: string) =>
  z
    .url({ protocol: /^https?$/, error: `it is not a web address. Write it like ${example}.` })
    .transform((text) => text.replace(/\/{1,9}$/, ''));

/** We must not answer a phone that sends our own words back. */
const automaticText = z
  .string()
  .max(160, 'one text has 160 characters. Shorten it.')
  .refine(
    (text) => !['opt_out', 'opt_in', 'help'].includes(readReply(text)),
    'a phone that sends it back would be taken to ask for STOP, START or HELP. Word it like “You have opted out and get no more texts from us. Reply START to get them again.”',
  );

const port = z.coerce.number({ error: 'it is not a port number.' }).int().min(0).max(65_535);

/** All problems are told at once, also those of settings that belong together. */
function evenIfOthersAreWrong(): boolean {
  return true;
}

const Settings = z
  .object({
    SLACK_BOT_TOKEN: secret('Copy the bot token (xoxb-…) from “OAuth & Permissions” of your Slack app.').refine(
      (value) => value.startsWith('xoxb-'),
      'a bot token begins with xoxb-. Copy it from “OAuth & Permissions” of your Slack app.',
    ),
    SLACK_APP_TOKEN: secret('')
      .refine(
        (value) => value.startsWith('xapp-'),
        'an app token begins with xapp-. Make one with connections:write under “Basic Information”.',
      )
      .optional(),
    SLACK_SIGNING_SECRET: secret('Copy it from “Basic Information” of your Slack app.').optional(),
    SLACK_API_URL: url('https://slack.com/api').optional(),
    VONAGE_API_KEY: secret('Copy it from the API settings of the Vonage dashboard.'),
    VONAGE_API_SECRET: secret('Copy it from the API settings of the Vonage dashboard.'),
    VONAGE_APPLICATION_ID: z.string().optional(),
    VONAGE_PRIVATE_KEY: privateKey.optional(),
    VONAGE_SIGNATURE_SECRET: secret(
      'Copy it from the API settings of the Vonage dashboard: without it no reply and no STOP can be trusted.',
    ).transform(listed),
    VONAGE_API_HOST: url('https://api.nexmo.com').optional(),
    SMS_SENDERS: Senders,
    ACCOUNT_RATE: rate.default(30),
    STORE_URL: z
      .string()
      .default('file:./data')
      .refine((value) => /^file:.+/.test(value), 'only a folder can be used so far. Write it like file:./data.')
      .transform((value) => ({ kind: 'folder' as const, folder: value.replace(/^file:(\/\/)?/, '') })),
    HOST: z.string().default('127.0.0.1'),
    PORT: port.default(3000),
    PUBLIC_URL: url('https://trickle.example.com').optional(),
    METRICS_TOKEN: secret('')
      .refine((value) => value.length >= 16, 'whoever guesses it reads all figures. Make it 16 characters or longer.')
      .optional(),
    METRICS_PORT: port.optional(),
    CREATORS: ids,
    APPROVERS: ids,
    /** Nobody, unless they are named. */
    ADMINS: ids,
    INBOX_CHANNEL: z
      .string()
      .regex(/^[CG][A-Z0-9]{2,}$/, 'it is a channel id (C…). Copy it from the bottom of the channel’s details.')
      .transform((id) => ChannelId.parse(id))
      .optional(),
    DEFAULT_COUNTRY: z
      .string()
      .regex(/^[A-Z]{2}$/, 'it is a country code of two capital letters, such as US.')
      .default('US'),
    COUNTRIES: Countries,
    BUSINESS_NAME: BusinessNames,
    TIME_ZONE: z
      .string()
      .default(Intl.DateTimeFormat().resolvedOptions().timeZone)
      .refine(isZone, 'there is no such time zone. Write it like America/New_York.'),
    HOUSE_HOURS: HouseHoursSetting,
    HOUSE_CAPS: HouseCapsSetting,
    RULES_FILE: RulesFileSetting,
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'it is one of debug, info, warn, error, silent.' })
      .default('info'),
    OPT_OUT_CONFIRMATION: automaticText.optional(),
    HELP_TEXT: automaticText.default(
      'Thank you for your message. A person of our team will answer you here. Reply STOP to get no more texts from us.',
    ),
    AUTO_ANSWERS_PER_DAY: z.coerce
      .number({ error: 'it is not a number. Write how many texts may leave by themselves in 24 hours, such as 500.' })
      .int('write a whole number, such as 500.')
      .min(0, 'it cannot be less than 0, which means none.')
      .max(1_000_000, 'it is more than any team needs. Write at most 1000000.')
      .default(500),
    DEBUG: z
      .string()
      .refine(
        (value) => !/vonage|slack|bolt|\*/i.test(value),
        'it would print keys and texts. Unset it; LOG_LEVEL=debug is safe.',
      )
      .optional(),
  })
  .refine((settings) => settings.SLACK_APP_TOKEN || settings.SLACK_SIGNING_SECRET, {
    path: ['SLACK_APP_TOKEN'],
    error: 'it is missing. Set it for Socket Mode (xapp-…), or set SLACK_SIGNING_SECRET to be called over HTTP.',
    when: evenIfOthersAreWrong,
  })
  .refine((settings) => !settings.VONAGE_APPLICATION_ID || settings.VONAGE_PRIVATE_KEY, {
    path: ['VONAGE_PRIVATE_KEY'],
    error: 'it is missing. An application needs its id and its key; leave out both to send with key and secret.',
    when: evenIfOthersAreWrong,
  })
  .refine((settings) => !settings.VONAGE_PRIVATE_KEY || settings.VONAGE_APPLICATION_ID, {
    path: ['VONAGE_APPLICATION_ID'],
    error: 'it is missing. An application needs its id and its key; leave out both to send with key and secret.',
    when: evenIfOthersAreWrong,
  });

const names = [...Object.keys(Settings.shape), ...secrets.map((name) => `${name}_FILE`)];
