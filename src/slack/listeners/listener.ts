import type {
  BlockAction,
  BlockElementAction,
  ButtonAction,
  MessageShortcut,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { SenderId, UserId } from '../../domain/ids.ts';
import type { Log } from '../../ports/world.ts';
import type { ApiKeyDoors } from '../../services/api/api-keys.ts';
import type { CampaignDoors } from '../../services/campaigns/campaigns.ts';
import type { ReminderDoors } from '../../services/nudging/reminders.ts';
import type { AnsweringDoors } from '../../services/replies/answering.ts';
import type { GroupDoors } from '../../services/replies/groups/groups.ts';
import type { InboxDoors } from '../../services/replies/inbox.ts';
import type { OptOuts } from '../../services/replies/opt-outs.ts';
import type { HomeDoors } from '../../services/reports/home.ts';
import type { ReportDoors } from '../../services/reports/reports.ts';
import type { Files } from '../api/files.ts';
import { asWritten, type Message } from '../ui/parts/message.ts';

export type OnCommand = Middleware<SlackCommandMiddlewareArgs>;
export type OnShortcut = Middleware<SlackShortcutMiddlewareArgs>;
export type OnMessageShortcut = Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>>;
export type OnAction<Action extends BlockElementAction> = Middleware<SlackActionMiddlewareArgs<BlockAction<Action>>>;
export type OnButton = OnAction<ButtonAction>;
export type OnSubmit = Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>>;

/** All that listeners work with: only those services that are told who asks, and check it. */
export type ListenerDeps = {
  campaigns: CampaignDoors;
  reports: ReportDoors;
  home: HomeDoors;
  inbox: InboxDoors & AnsweringDoors & GroupDoors;
  optOuts: OptOuts;
  reminders: ReminderDoors;
  apiKeys: ApiKeyDoors;
  files: Files;
  senders: readonly SenderId[];
  log: Log;
  /** What keeps the team from being told anything, as a sentence; undefined while nothing does. */
  trouble(): string | undefined;
};

/** What was pressed, with who did it; it is acknowledged before anything is done. */
type Press<Action extends BlockElementAction> = Parameters<OnAction<Action>>[0] & { by: UserId };

export function onAction<Action extends BlockElementAction>(
  act: (press: Press<Action>, deps: ListenerDeps) => Promise<unknown>,
): (deps: ListenerDeps) => OnAction<Action> {
  return (deps) => async (args) => {
    await args.ack();
    await act({ ...args, by: personOf(args.body) }, deps);
  };
}

export const onButton = onAction<ButtonAction>;

/** An answer that only the person sees, beside what is there. */
export function privately(message: Message) {
  return { ...message, ...asWritten, response_type: 'ephemeral', replace_original: false } as const;
}

export function personOf(body: { user: { id: string } }): UserId {
  return body.user.id as UserId;
}

/** Names one form submission: a double click is the same, a corrected form another. */
export function submissionKey(view: { id: string; hash: string }): string {
  return `${view.id}.${view.hash}`;
}
