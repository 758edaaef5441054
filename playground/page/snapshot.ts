import { type Playground, people } from '../playground.ts';
import { sampleLists } from '../sample-lists.ts';
import { fileObject } from '../slack/files.ts';
import type { LocalSlack } from '../slack/local-slack.ts';
import { nameOf } from '../slack/people/shown.ts';
import type { Ephemeral, Message, OpenView, SlackState } from '../slack/state.ts';
import { cardAuthor } from './card-author.ts';
import { inspect } from './inspect.ts';
import { type Facts, nextStep } from './next-step.ts';
import { phonesShape } from './phones-shape.ts';
import type { ChannelShape, FileShape, MessageShape, Snapshot, ViewShape } from './snapshot-shape.ts';
import { underWay } from './under-way.ts';

/** The part of the world that somebody looks at. */
export type Look = {
  readonly as: string;
  readonly channel: string;
  /** The timestamp of the thread's first message. */
  readonly thread: string | null;
  readonly inspector: boolean;
  /** The search among the phones. */
  readonly phones?: string;
};

const messagesShown = 200;

/** The world as one person sees it now. */
export function takeSnapshot(
  world: Playground,
  { id, version }: { id: number; version: number },
  look: Look,
): Snapshot {
  const { slack, clock } = world;
  const { state } = slack;
  const me = slack.as(look.as).id;
  const all = visibleMessages(state, me, look.channel);
  const root = look.thread === null ? undefined : all.find(({ ts }) => ts === look.thread);
  const modal = state.stacks.get(me)?.at(-1);
  const home = state.homes.get(me);
  return {
    world: id,
    version,
    time: { worldMs: clock.nowMs(), speed: clock.anchor.speed, zone: world.zone },
    me: look.as,
    people: people.map(({ name, role }) => ({ name, role, id: slack.as(name).id, fullName: slack.as(name).name })),
    names: names(state),
    channels: channels(state, me),
    messages: all.filter(({ thread }) => thread === null).slice(-messagesShown),
    thread: root ? { root, replies: all.filter(({ thread }) => thread === root.ts).slice(-messagesShown) } : null,
    modal: modal ? viewShape(modal) : null,
    home: home ? viewShape(home) : null,
    notices: state.notices.filter(({ user }) => user === me).map(({ at, text }) => ({ at, text })),
    phones: phonesShape(world.vonage.phones, look.phones ?? ''),
    controls: controls(world),
    nextStep: nextStep(facts(world, look)),
    inspector: look.inspector ? inspect(world) : null,
    app: {
      name: nameOf(state, state.app.botUserId),
      hasHome: world.manifest.hasHome,
      commands: world.manifest.commands,
      shortcuts: world.manifest.shortcuts,
      messageShortcuts: world.manifest.messageShortcuts,
      samples: sampleLists().map(({ name, what }) => ({ name, what })),
    },
  };
}

function names(state: SlackState): Record<string, string> {
  const ids = [...state.users.keys(), ...state.channels.keys(), ...state.userGroups.keys()];
  return Object.fromEntries(ids.map((id) => [id, nameOf(state, id)]));
}

function channels(state: SlackState, me: string): ChannelShape[] {
  const mine = [...state.channels.values()].filter(({ members, im }) => members.has(me) && (!im || im === me));
  return mine.map(({ id, name, im }) => ({
    id,
    name: im ? nameOf(state, state.app.botUserId) : name,
    kind: im ? 'app' : 'channel',
    latest: state.messages.findLast(({ channel }) => channel === id)?.ts ?? '0',
  }));
}

function visibleMessages(state: SlackState, me: string, channel: string): MessageShape[] {
  const here = state.messages.filter((message) => message.channel === channel);
  const hidden = state.ephemerals.filter((one) => one.channel === channel && one.user === me);
  const replies = Map.groupBy(
    here.filter(({ thread_ts }) => thread_ts !== undefined),
    ({ thread_ts }) => thread_ts,
  );
  const shapes = [
    ...here.map((message) => messageShape(state, message, replies.get(message.ts) ?? [])),
    ...hidden.map((ephemeral) => ephemeralShape(state, ephemeral)),
  ];
  return shapes.sort((one, other) => Number(one.ts) - Number(other.ts));
}

function messageShape(state: SlackState, message: Message, replies: readonly Message[]): MessageShape {
  const { channel, ts, user, bot, text, blocks, edited, thread_ts } = message;
  const latest = replies.at(-1)?.ts;
  return {
    ...{ channel, ts, user, bot, text, blocks, edited },
    files: message.files.flatMap((id) => fileShape(state, id)),
    reactions: message.reactions.map(({ name }) => name),
    ephemeral: false,
    thread: thread_ts ?? null,
    replies: latest === undefined ? null : { count: replies.length, latest },
  };
}

function ephemeralShape(state: SlackState, { channel, ts, text, blocks, thread_ts }: Ephemeral): MessageShape {
  const rest = { files: [], reactions: [], edited: false, replies: null };
  return {
    channel,
    ts,
    text,
    blocks,
    thread: thread_ts ?? null,
    user: state.app.botUserId,
    bot: true,
    ephemeral: true,
    ...rest,
  };
}

function fileShape(state: SlackState, id: string): FileShape[] {
  const file = state.files.get(id);
  if (!file) return [];
  const isText = String(fileObject(state, file).mimetype).startsWith('text/');
  const excerpt = isText ? (file.content?.subarray(0, 400).toString().split('\n').slice(0, 4).join('\n') ?? '') : '';
  return [{ id, name: file.name, bytes: file.declaredBytes, excerpt }];
}

function viewShape({ id, view, values, errors, notice }: OpenView): ViewShape {
  return {
    ...{ id, values, errors },
    kind: `${view.callback_id ?? ''} ${view.title?.text ?? ''}`,
    notice: notice ?? null,
    title: view.title?.text ?? '',
    submit: view.submit?.text ?? null,
    close: view.close?.text ?? 'Cancel',
    blocks: view.blocks,
  };
}

function controls({ bot, troubles, replies, agent }: Playground): Snapshot['controls'] {
  const { vonage, slack } = troubles;
  return {
    bot: bot.state,
    vonage,
    slack,
    replyPercent: replies.percent,
    replyMix: replies.mix,
    agent: agent.isOn,
  };
}

/** Read off people's buttons, so that it holds whatever the sentences around them say. */
function facts({ slack, bot, troubles, agent, isOpening }: Playground, { as: me, thread }: Look): Facts {
  const messages = slack.channel('sms').messages();
  const has = (button: string) => messages.filter(({ buttons }) => buttons.includes(button));
  const { running, paused } = underWay(messages, thread);
  const replies = running?.thread ?? [];
  return {
    me,
    bot: bot.state,
    window: openWindow(slack, me),
    isTroubled: troubles.vonage !== 'works' || troubles.slack !== 'works',
    waitsForReview: cardAuthor(has('Review').at(-1)),
    sentBackTo: cardAuthor(has('Edit').at(-1)),
    running: running?.ts ?? null,
    openReplies: replies.some(({ buttons }) => buttons.includes('Handled') || buttons.includes('Keep texting')),
    paused,
    agentWorks: agent.isOn,
    isOpening,
  };
}

function openWindow(slack: LocalSlack, me: string): Facts['window'] {
  const window = slack.as(me).openModal();
  if (!window) return null;
  const below = slack.state.stacks.get(slack.as(me).id)?.at(-2);
  return { ...window, below: below?.view.callback_id ?? null };
}
