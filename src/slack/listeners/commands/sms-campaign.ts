import type { ListenerDeps, OnCommand } from '../listener.ts';
import { commandAnswers } from './command-answers.ts';
import { parseCommand } from './parse-command.ts';

/** Somebody typed `/sms-campaign …`. */
export function smsCampaign(deps: ListenerDeps): OnCommand {
  const answers = commandAnswers(deps);
  return async (args) => {
    await args.ack();
    const command = parseCommand(args.command.text ?? '');
    await answers(command, args);
  };
}
