import { problemMessage } from '../../ui/messages/problem.ts';
import { type ListenerDeps, type OnCommand, privately } from '../listener.ts';
import { commandAnswers } from './command-answers.ts';
import { parseCommand } from './parse-command.ts';

/** Somebody typed `/sms-campaign …`. */
export function smsCampaign(deps: ListenerDeps): OnCommand {
  const answers = commandAnswers(deps);
  return async (args) => {
    await args.ack();
    const command = parseCommand(args.command.text ?? '');
    await answers(command, args);
    // An answer to a command needs no permission, so only here can people be told that posts do not come.
    const trouble = deps.trouble();
    if (trouble) await args.respond(privately(problemMessage(trouble)));
  };
}
