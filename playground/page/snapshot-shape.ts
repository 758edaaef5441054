import type { BotState } from '../bot-process.ts';
import type { ReplyMix } from '../replies.ts';
import type { BlockJson } from '../slack/block-json.ts';
import type { Values } from '../slack/state.ts';
import type { SlackMood, VonageMood } from '../world-troubles.ts';
import type { NextStep } from './next-step-shape.ts';

/** All that the page shows to one person, as plain data. */
export type Snapshot = {
  /** Another world after each reset. */
  readonly world: number;
  /** Grows with each change. */
  readonly version: number;
  readonly time: { readonly worldMs: number; readonly speed: number; readonly zone: string };
  readonly me: string;
  readonly people: readonly PersonShape[];
  /** Names of people, channels and groups by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly channels: readonly ChannelShape[];
  readonly messages: readonly MessageShape[];
  readonly thread: { readonly root: MessageShape; readonly replies: readonly MessageShape[] } | null;
  readonly modal: ViewShape | null;
  readonly home: ViewShape | null;
  readonly notices: readonly { readonly at: number; readonly text: string }[];
  readonly phones: PhonesShape;
  readonly controls: ControlsShape;
  readonly nextStep: NextStep;
  readonly inspector: InspectorShape | null;
  readonly app: AppShape;
};

export type PersonShape = {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  readonly role: string;
};

export type ChannelShape = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'app';
  /** When something last happened in it, as a message timestamp. */
  readonly latest: string;
};

export type MessageShape = {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly bot: boolean;
  readonly text: string;
  readonly blocks: readonly BlockJson[];
  readonly files: readonly FileShape[];
  readonly reactions: readonly string[];
  readonly edited: boolean;
  readonly ephemeral: boolean;
  readonly thread: string | null;
  readonly replies: { readonly count: number; readonly latest: string } | null;
};

export type FileShape = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** The first lines of a text file. */
  readonly excerpt: string;
};

export type ViewShape = {
  readonly id: string;
  /** Stays when the view is refreshed; another view in its place has another one. */
  readonly kind: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string;
  readonly blocks: readonly BlockJson[];
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly notice: string | null;
};

export type PhonesShape = {
  readonly total: number;
  /** How many of them match the search. */
  readonly found: number;
  readonly received: number;
  readonly sent: number;
  /** The most recently active ones, newest first. */
  readonly list: readonly PhoneShape[];
};

export type PhoneShape = {
  readonly number: string;
  readonly texts: readonly { readonly mine: boolean; readonly text: string; readonly at: number }[];
};

export type ControlsShape = {
  readonly bot: BotState;
  readonly vonage: VonageMood;
  readonly slack: SlackMood;
  readonly replyPercent: number;
  readonly replyMix: ReplyMix;
  readonly agent: boolean;
};

export type InspectorShape = {
  readonly wire: readonly WireShape[];
  readonly log: readonly string[];
  readonly problems: readonly string[];
};

/** One exchange between the bot and a service. */
export type WireShape = {
  readonly at: number;
  readonly with: 'Slack' | 'Vonage';
  readonly toBot: boolean;
  readonly what: string;
  readonly status: string;
  readonly detail: string;
};

export type AppShape = {
  readonly name: string;
  readonly hasHome: boolean;
  readonly commands: readonly { readonly command: string; readonly description: string; readonly hint: string }[];
  readonly shortcuts: readonly { readonly name: string; readonly callbackId: string }[];
  readonly messageShortcuts: readonly { readonly name: string; readonly callbackId: string }[];
  readonly samples: readonly { readonly name: string; readonly what: string }[];
};
