import type { ConfirmJson } from '../../slack/block-json.ts';
import type { Act, EntryJson } from '../act.ts';
import type { Snapshot } from '../snapshot-shape.ts';
import type { ElementIds } from './blocks/surface.ts';

/** What only this browser window knows: where its person looks, and what is open. */
export type PageState = {
  me: string;
  channel: string;
  thread: string | null;
  inspector: boolean;
  /** The part shown where there is room for only one. */
  part: 'slack' | 'phones' | 'controls';
  appTab: 'home' | 'messages';
  openMenu: string | null;
  confirm: { readonly asks: ConfirmJson; readonly yes: () => void } | null;
  phone: string | null;
  /** The search among the phones. */
  phoneSearch: string;
  composer: string;
  /** A file that goes with the next message. */
  attached: { readonly file: string; readonly base64: string } | null;
  /** An act is on its way to the server. */
  isBusy: boolean;
  /** The last act's error, in a sentence. */
  toast: string | null;
  /** When each person last looked at each channel, as message timestamps. */
  readonly seen: Map<string, string>;
  noticesSeen: number;
  /** Typed and not sent yet, by input. */
  readonly typed: Map<string, { readonly on: ElementIds; readonly entry: () => EntryJson }>;
};

/** What the parts of the page draw from and act on. */
export type PageContext = {
  readonly state: PageState;
  readonly snapshot: Snapshot;
  /** Changes what is shown and draws again. */
  set(changes: Partial<PageState>): void;
  /** Does it on the server; resolves to whether it worked. */
  act(act: Act): Promise<boolean>;
  /** Does it for the person shown, after everything typed has been handed over. */
  actAsMe(act: MyAct): Promise<boolean>;
  reset(): Promise<void>;
};

type Without<A, K extends string> = A extends unknown ? Omit<A, K> : never;
export type MyAct = Without<Extract<Act, { as: string }>, 'as'>;

export function newPageState(): PageState {
  return {
    me: 'ada',
    channel: 'C0SMS',
    thread: null,
    inspector: false,
    part: 'slack',
    appTab: 'messages',
    openMenu: null,
    confirm: null,
    phone: null,
    phoneSearch: '',
    composer: '',
    attached: null,
    isBusy: false,
    toast: null,
    seen: new Map(),
    noticesSeen: 0,
    typed: new Map(),
  };
}
