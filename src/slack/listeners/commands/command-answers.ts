import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { type FormInput, readSender } from '../../../domain/campaign/campaign-form.ts';
import type { ChannelId, UserId } from '../../../domain/ids.ts';
import { keyAdded, keyList, keyRevoked } from '../../ui/messages/api-keys.ts';
import { campaignList } from '../../ui/messages/campaign-list.ts';
import { privateStatus } from '../../ui/messages/campaign-message.ts';
import { cancelQuestion } from '../../ui/messages/cancel-question.ts';
import { directMessage } from '../../ui/messages/direct.ts';
import { helpMessage } from '../../ui/messages/help.ts';
import { reminderAnswer } from '../../ui/messages/nudging/reminder-answer.ts';
import { optOutAnswer } from '../../ui/messages/opt-out-answer.ts';
import { rulesAnswer } from '../../ui/messages/rules-answer.ts';
import { whyAnswer } from '../../ui/messages/why-answer.ts';
import { importOptOutsModal } from '../../ui/modals/import-opt-outs.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import type { Message } from '../../ui/parts/message.ts';
import { openWindow, show } from '../answering/window.ts';
import { type ListenerDeps, privately } from '../listener.ts';
import { formFor } from '../views/open-form.ts';
import { didYouMean } from './did-you-mean.ts';
import { sendExport, sendOptOuts } from './export-campaign.ts';
import type { Command } from './parse-command.ts';

type Steering = Extract<Command, { kind: 'pause' | 'resume' | 'cancel' | 'status' | 'export' }>;
type Args = Pick<SlackCommandMiddlewareArgs, 'command' | 'respond'> & { client: WebClient };

/** What each form of the command does: one use case, one answer that only the person sees. */
export function commandAnswers(deps: ListenerDeps) {
  const { campaigns, reports, optOuts, reminders, apiKeys } = deps;

  const act = async (command: Steering, by: UserId): Promise<Message> => {
    const { id } = await campaigns.find(command.campaign, by);
    if (command.kind === 'pause') await campaigns.pause(id, by);
    if (command.kind === 'resume') await campaigns.resume(id, by);
    if (command.kind === 'cancel') {
      await campaigns.checkCancel(id, by);
      return cancelQuestion(await reports.status(id, by));
    }
    return privateStatus(await reports.status(id, by));
  };

  const optOut = async (command: Extract<Command, { kind: 'optout' }>, by: UserId): Promise<Message> => {
    const { verb, number } = command;
    if (verb === 'remove')
      return optOutAnswer({ verb, ...(await optOuts.remove(number, { by, because: command.because })) });
    if (verb === 'check') return optOutAnswer({ verb, ...withoutUndefined(await optOuts.check(number, by)) });
    return optOutAnswer({ verb, ...(await optOuts.add(number, by, command.said)), isHeard: command.said !== '' });
  };

  const keys = async (command: Extract<Command, { kind: 'keys' }>, { command: typed }: Args): Promise<Message> => {
    const by = typed.user_id as UserId;
    if (command.verb === 'list') return keyList(await apiKeys.showKeys(by));
    if (command.verb === 'revoke') return keyRevoked(await apiKeys.revokeKey(command.name, by));
    const { name, seesNumbers } = command;
    return keyAdded(await apiKeys.addKey({ name, seesNumbers, channel: typed.channel_id as ChannelId }, by));
  };

  const list = async ({ which, page }: Extract<Command, { kind: 'list' }>, by: UserId): Promise<Message> => {
    const found = await campaigns.browse({ which, page, by });
    return campaignList(await Promise.all(found.campaigns.map(({ id }) => reports.status(id, by))), found);
  };

  const remind = async ({ time }: Extract<Command, { kind: 'remind' }>, by: UserId): Promise<Message> =>
    reminderAnswer(time === undefined ? await reminders.reminderOf(by) : await reminders.setReminder(time, by));

  return async (command: Command, args: Args): Promise<void> => {
    const by = args.command.user_id as UserId;
    switch (command.kind) {
      case 'form':
        await campaigns.checkAuthor(by);
        return openForm(command.prefill, by, args, deps);
      case 'help':
        return respond(
          args,
          helpMessage({
            ...command,
            meant: 'unknownWord' in command ? didYouMean(command.unknownWord ?? '') : undefined,
          }),
        );
      case 'list':
        return respond(args, await list(command, by));
      case 'optout':
        return respond(args, await optOut(command, by));
      case 'optouts':
        return command.verb === 'import' ? openImport(by, args, deps) : sendOptOuts(by, args, deps);
      case 'keys':
        return respond(args, await keys(command, args));
      case 'remind':
        return respond(args, await remind(command, by));
      case 'why':
        return respond(args, whyAnswer(await reports.why(command.number, by)));
      case 'rules':
        return respond(args, rulesAnswer(await reports.rules(command.topic, by)));
      case 'export':
        return sendExport(command.campaign, by, args, deps);
      case 'answer':
        return openReplies(command.campaign, by, args, deps);
      case 'status':
        return showStatus(command.campaign, by, args, deps);
      default:
        return respond(args, await act(command, by));
    }
  };
}

async function openForm(prefill: Partial<FormInput>, by: UserId, { client, command }: Args, deps: ListenerDeps) {
  // A sender that does not exist must not silently become another one.
  const sender = prefill.sender === undefined ? {} : { sender: readSender(prefill.sender, deps.senders) };
  const input = { channel: command.channel_id, ...prefill, ...sender };
  const view = await formFor(deps, by, { input });
  await client.views.open({ trigger_id: command.trigger_id, view });
}

/** A draft does not move by itself: its preview opens, where it is edited and submitted. */
async function showStatus(query: string, by: UserId, args: Args, { campaigns, reports }: ListenerDeps): Promise<void> {
  const { id, status } = await campaigns.find(query, by);
  if (status !== 'draft') return respond(args, privateStatus(await reports.status(id, by)));
  const view = previewModal(await campaigns.show(id, by));
  await args.client.views.open({ trigger_id: args.command.trigger_id, view });
}

async function openImport(by: UserId, { client, command }: Args, { optOuts }: ListenerDeps): Promise<void> {
  await optOuts.checkImport(by);
  await client.views.open({ trigger_id: command.trigger_id, view: importOptOutsModal() });
}

/** Without a name: the campaign in which somebody has waited longest. */
async function openReplies(query: string | undefined, by: UserId, args: Args, deps: ListenerDeps): Promise<void> {
  const { inbox, campaigns } = deps;
  const campaign = await (query === undefined ? inbox.whereSomebodyWaits(by) : campaigns.find(query, by));
  if (!campaign) return respond(args, directMessage('Nothing waits for an answer from you.', null));
  const shown = show(await inbox.next(campaign.id, { by }), { done: 0, skipped: [] });
  await openWindow(args.command.trigger_id, shown, { client: args.client, inbox, by });
}

async function respond({ respond }: Pick<Args, 'respond'>, message: Message): Promise<void> {
  await respond(privately(message));
}

function withoutUndefined<T extends { suppression: unknown }>(found: T) {
  const { suppression, ...rest } = found;
  return suppression === undefined ? rest : { ...rest, suppression };
}
