import type { Config } from './config.ts';
import { knownRules } from './domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from './domain/rules/rule-book.ts';
import type { ServiceSettings } from './services/deps.ts';
import type { createSlackEdge } from './slack/slack-edge.ts';
import type { createVonageGateway } from './sms/vonage-gateway.ts';

/* The operator's settings as each part wants them. */

export function slackMode(config: Config): Parameters<typeof createSlackEdge>[0]['mode'] {
  return config.SLACK_APP_TOKEN
    ? { kind: 'socket', appToken: config.SLACK_APP_TOKEN }
    : { kind: 'http', signingSecret: config.SLACK_SIGNING_SECRET! };
}

export function vonageAccount(config: Config): Parameters<typeof createVonageGateway>[0] {
  const { VONAGE_APPLICATION_ID: id, VONAGE_PRIVATE_KEY: privateKey } = config;
  return {
    apiKey: config.VONAGE_API_KEY,
    apiSecret: config.VONAGE_API_SECRET,
    application: id && privateKey ? { id, privateKey } : undefined,
    apiHost: config.VONAGE_API_HOST,
  };
}

export function userGroups(config: Config): string[] {
  return [...config.CREATORS, ...config.APPROVERS, ...config.ADMINS].filter((id) => id.startsWith('S'));
}

/** All rules that hold here: what is known, the house's own, and what the operator has entered. */
export function ruleBook(config: Config): RuleBook {
  const house = { hours: config.HOUSE_HOURS, caps: config.HOUSE_CAPS };
  return rulesInForce(knownRules, house, config.RULES_FILE);
}

export function serviceSettings(config: Config): ServiceSettings {
  return {
    senders: config.SMS_SENDERS,
    accountRate: config.ACCOUNT_RATE,
    roles: { creators: config.CREATORS, approvers: config.APPROVERS, admins: config.ADMINS },
    country: config.DEFAULT_COUNTRY,
    countries: config.COUNTRIES,
    businessNames: config.BUSINESS_NAME,
    zone: config.TIME_ZONE,
    inboxChannel: config.INBOX_CHANNEL ?? null,
    optOutConfirmation: config.OPT_OUT_CONFIRMATION ?? null,
    helpText: config.HELP_TEXT,
    autoAnswersPerDay: config.AUTO_ANSWERS_PER_DAY,
    rehearsals: 500,
  };
}
