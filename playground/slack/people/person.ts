import { addMessage, directMessage, messagePayload } from '../conversations.ts';
import { sendEvent } from '../events.ts';
import { shareByPerson } from '../files.ts';
import type { Notice } from '../state.ts';
import { topModal, viewPayload } from '../view-stack.ts';
import type { Entry } from './enter-value.ts';
import { findInput } from './find-element.ts';
import { type Desk, type Outcome, runCommand, shortcut } from './interaction.ts';
import { type MessageShown, nameOf, showEphemeral, showMessage, showView, type ViewShown } from './shown.ts';
import { closeModals, type Submitted, submitModal } from './submission.ts';
import { type ActOptions, enter, pickOn, pressOn, useById } from './use-element.ts';
import { active, channelOf, homeOf, insider, type MessageKey, messageOf, topOf, viewOf } from './whereabouts.ts';

/** Somebody in front of Slack: sees what Slack shows, does what Slack lets them do. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Types a slash command in a channel (default: #sms); ends when the app answered or did not in time. */
  command(command: string, text?: string, options?: { channel?: string }): Promise<Outcome>;
  shortcut(callbackId: string): Promise<Outcome>;
  messageShortcut(message: MessageKey, callbackId: string): Promise<Outcome>;
  /** The modal on top, if any. */
  openModal(): ViewShown | undefined;
  /** Waits for a modal, with that title where one is given. */
  modal(title?: string): Promise<ViewShown>;
  /** Enters values into the top modal's inputs, by label. */
  fill(values: Readonly<Record<string, Entry>>): Promise<void>;
  submit(): Promise<Submitted>;
  /** Cancel or back: closes the top modal. */
  close(): Promise<void>;
  /** The cross: closes all modals. */
  dismiss(): Promise<void>;
  press(button: string, options?: ActOptions): Promise<Outcome>;
  /** Picks from a menu of the modal that is no input. */
  pick(entry: Entry, options?: ActOptions): Promise<Outcome>;
  pressIn(message: MessageKey, button: string, options?: ActOptions): Promise<Outcome>;
  pickIn(message: MessageKey, entry: Entry, options?: ActOptions): Promise<Outcome>;
  /** Opens the app's Home tab; the app hears app_home_opened. */
  openHome(): Promise<void>;
  home(): ViewShown | undefined;
  pressAtHome(button: string, options?: ActOptions): Promise<Outcome>;
  pickAtHome(entry: Entry, options?: ActOptions): Promise<Outcome>;
  /** Writes a message, perhaps with a file. */
  say(
    channel: string,
    text: string,
    options?: { thread_ts?: string; file?: { name: string; content: string | Buffer } },
  ): Promise<MessageShown>;
  ephemerals(): MessageShown[];
  dms(): MessageShown[];
  notices(): Notice[];
  /** For a page: acts on an element or sets an input by its ids. */
  actById(
    source: { viewId: string } | MessageKey,
    ids: { blockId: string; actionId: string },
    entry?: Entry,
  ): Promise<Outcome>;
};

export function createPerson(desk: Desk, id: string): Person {
  return {
    id,
    name: nameOf(desk.state, id),
    ...starting(desk, id),
    ...inModals(desk, id),
    ...onMessages(desk, id),
    ...atHome(desk, id),
    ...seeing(desk, id),
    actById: async (where, ids, entry) => {
      const source =
        'viewId' in where ? { open: viewOf(desk.state, id, where.viewId) } : messageOf(desk.state, id, where);
      return useById(desk, id, source, ids, entry);
    },
  };
}

type Part<K extends keyof Person> = Pick<Person, K>;

function starting(desk: Desk, id: string): Part<'command' | 'shortcut' | 'messageShortcut' | 'say'> {
  const { state } = desk;
  return {
    command: async (command, text = '', { channel = 'sms' } = {}) => {
      const place = channelOf(state, id, channel);
      return runCommand(desk, { user: insider(state, id), channel: place, command, text });
    },
    shortcut: async (callbackId) => shortcut(desk, insider(state, id), callbackId),
    messageShortcut: async (key, callbackId) => {
      const source = messageOf(state, id, key);
      if ('ephemeral' in source) throw new Error('An ephemeral message has no shortcuts.');
      return shortcut(desk, insider(state, id), callbackId, source.message);
    },
    say: async (channel, text, { thread_ts, file } = {}) => {
      const place = channelOf(state, id, channel);
      const uploaded = file ? [shareByPerson(state, id, file)] : [];
      for (const one of uploaded) one.channels.push(place);
      const files = uploaded.map((one) => one.id);
      const message = addMessage(state, {
        channel: place,
        user: active(state, id),
        bot: false,
        text,
        thread_ts,
        files,
      });
      await sendEvent(state, desk.delivery, { ...messagePayload(state, message), type: 'message', channel: place });
      return showMessage(state, message);
    },
  };
}

function inModals(
  desk: Desk,
  id: string,
): Part<'openModal' | 'modal' | 'fill' | 'submit' | 'close' | 'dismiss' | 'press' | 'pick'> {
  const { state } = desk;
  const top = () => topOf(state, id);
  return {
    openModal: () => {
      const open = topModal(state, id);
      return open && showView(state, open);
    },
    modal: async (title) => {
      const seen = () => {
        const open = topModal(state, id);
        return title === undefined || open?.view.title?.text === title ? open : undefined;
      };
      const what = `a modal${title ? ` "${title}"` : ''} for ${nameOf(state, id)}`;
      return showView(state, await state.feed.until(seen, { what }));
    },
    fill: async (values) => {
      for (const [label, entry] of Object.entries(values)) {
        await enter(desk, top(), findInput(top().view.blocks, label), entry);
      }
    },
    submit: async () => submitModal(desk, top()),
    close: async () => closeModals(desk, top(), false),
    dismiss: async () => closeModals(desk, top(), true),
    press: async (button, options) => pressOn(desk, id, { open: top() }, button, options),
    pick: async (entry, options) => pickOn(desk, id, { open: top() }, entry, options),
  };
}

function onMessages(desk: Desk, id: string): Part<'pressIn' | 'pickIn'> {
  return {
    pressIn: async (key, button, options) => pressOn(desk, id, messageOf(desk.state, id, key), button, options),
    pickIn: async (key, entry, options) => pickOn(desk, id, messageOf(desk.state, id, key), entry, options),
  };
}

function atHome(desk: Desk, id: string): Part<'openHome' | 'home' | 'pressAtHome' | 'pickAtHome'> {
  const { state } = desk;
  return {
    openHome: async () => {
      const home = state.homes.get(id);
      const channel = directMessage(state, insider(state, id)).id;
      const event = { type: 'app_home_opened', user: id, channel, tab: 'home', event_ts: state.nextTs() };
      await sendEvent(state, desk.delivery, home ? { ...event, view: viewPayload(state, home) } : event);
    },
    home: () => {
      const home = state.homes.get(id);
      return home && showView(state, home);
    },
    pressAtHome: async (button, options) => pressOn(desk, id, { open: homeOf(state, id) }, button, options),
    pickAtHome: async (entry, options) => pickOn(desk, id, { open: homeOf(state, id) }, entry, options),
  };
}

function seeing({ state }: Desk, id: string): Part<'ephemerals' | 'dms' | 'notices'> {
  return {
    ephemerals: () => state.ephemerals.filter(({ user }) => user === id).map((one) => showEphemeral(state, one)),
    dms: () =>
      state.messages
        .filter(({ channel, thread_ts }) => state.channels.get(channel)?.im === id && !thread_ts)
        .map((message) => showMessage(state, message)),
    notices: () => state.notices.filter(({ user }) => user === id),
  };
}
