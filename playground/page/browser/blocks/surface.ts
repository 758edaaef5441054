import type { ConfirmJson } from '../../../slack/block-json.ts';
import type { Values } from '../../../slack/state.ts';
import type { EntryJson } from '../../act.ts';
import type { Reader } from '../reader.ts';

/** Where blocks are drawn, and what happens when somebody uses them there. */
export type Surface = {
  /** Unique on the page: ids of inputs and open menus begin with it. */
  readonly id: string;
  readonly reader: Reader;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  readonly choices: Choices;
  /** The menu that is open, by its id. */
  readonly openMenu: string | null;
  toggleMenu(id: string): void;
  /** Presses a button or picks something; a confirm dialog comes first. */
  use(on: ElementIds, entry?: EntryJson, confirm?: ConfirmJson): void;
  /** Enters a value into an input: at once, or when the person leaves the field. */
  enter(on: ElementIds, entry: EntryJson): void;
  typing(on: ElementIds, entry: () => EntryJson): void;
  pickFiles(on: ElementIds, files: Iterable<BrowserFile>): void;
};

export type ElementIds = {
  readonly blockId: string;
  readonly actionId: string;
};

/** What can be picked where Slack itself knows the choices. */
export type Choices = {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};

/** The used part of the browser's File. */
export type BrowserFile = {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
};
