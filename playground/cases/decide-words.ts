import { findCampaign } from '../../src/domain/campaign/campaign-name.ts';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import { lintTemplate } from '../../src/domain/message/template.ts';
import { readDuration } from '../../src/domain/pace/duration.ts';
import { parseCommand } from '../../src/slack/listeners/commands/parse-command.ts';

export type WordCase = { text: string; right: string | null };

export type WordsVerdict = {
  kind: 'commands' | 'messages';
  texts: { text: string; right: string | null; decision: string[] }[];
};

/** What the form would warn of in each message. */
export function decideMessages(cases: readonly WordCase[]): WordsVerdict {
  const texts = cases.map(({ text, right }) => ({ text, right, decision: orRefused(() => lintTemplate(text)) }));
  return { kind: 'messages', texts };
}

/** How each slash command is understood. Campaigns are looked for by the names that the other commands give to new ones. */
export function decideCommands(cases: readonly WordCase[]): WordsVerdict {
  const campaigns = cases.flatMap(({ text }) => namedBy(text));
  const texts = cases.map(({ text, right }) => ({
    text,
    right,
    decision: orRefused(() => understood(text, campaigns)),
  }));
  return { kind: 'commands', texts };
}

type Named = { id: never; name: string };

function namedBy(text: string): Named[] {
  try {
    const command = parseCommand(text);
    return command.kind === 'form' && command.prefill.name ? [{ id: 'case' as never, name: command.prefill.name }] : [];
  } catch (error) {
    if (error instanceof CampaignError) return [];
    throw error;
  }
}

function understood(text: string, campaigns: readonly Named[]): string[] {
  const command = parseCommand(text);
  if (command.kind === 'form') {
    const { every } = command.prefill;
    const filled = Object.entries(command.prefill).map(([field, value]) => `${field}: “${value}”`);
    return ['opens the form', ...filled, ...(every ? [`every: ${secondsOf(every)}`] : [])];
  }
  if (!('campaign' in command) || command.campaign === undefined) return [JSON.stringify(command)];
  const match = findCampaign(campaigns, command.campaign);
  const found = match.kind === 'found' ? `finds “${match.campaign.name}”` : `finds ${match.kind}`;
  return [`${command.kind} of “${command.campaign}”`, found];
}

function secondsOf(every: string): string {
  return orRefused(() => [`${readDuration(every)} seconds`]).join(' ');
}

function orRefused(decide: () => string[]): string[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof CampaignError) return [`refused: ${error.message}`];
    throw error;
  }
}
