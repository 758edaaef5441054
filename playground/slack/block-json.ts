/** Block Kit JSON after it passed the lint: every field any block or element may have, all optional. */
export type TextJson = {
  type: string;
  text: string;
};

export type OptionJson = {
  text: TextJson;
  value: string;
  description?: TextJson;
  url?: string;
};

export type ConfirmJson = {
  title?: TextJson;
  text: TextJson;
  confirm?: TextJson;
  deny?: TextJson;
};

export type ElementJson = {
  type: string;
  action_id?: string;
  text?: TextJson | string;
  value?: string;
  url?: string;
  style?: unknown;
  confirm?: ConfirmJson;
  placeholder?: TextJson;
  accessibility_label?: string;
  options?: OptionJson[];
  option_groups?: { label: TextJson; options: OptionJson[] }[];
  initial_value?: unknown;
  initial_option?: OptionJson;
  initial_options?: OptionJson[];
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  default_to_current_conversation?: boolean;
  response_url_enabled?: boolean;
  filter?: { include?: string[]; exclude_bot_users?: boolean; exclude_external_shared_channels?: boolean };
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  max_selected_items?: number;
  filetypes?: string[];
  max_files?: number;
  alt_text?: string;
  elements?: ElementJson[];
  user_id?: string;
  channel_id?: string;
  usergroup_id?: string;
  range?: string;
  name?: string;
  fallback?: string;
  format?: string;
  timestamp?: number;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
};

export type BlockJson = {
  type: string;
  block_id: string;
  text?: TextJson | string;
  fields?: TextJson[];
  accessory?: ElementJson;
  elements?: ElementJson[];
  element?: ElementJson;
  label?: TextJson;
  hint?: TextJson;
  title?: TextJson | string;
  caption?: string;
  alt_text?: string;
  image_url?: string;
  slack_file?: { id?: string; url?: string };
  optional?: boolean;
  dispatch_action?: boolean;
  rows?: ElementJson[][];
  chart?: {
    type: string;
    segments?: { label: string; value: number }[];
    series?: { name: string; data: { label: string; value: number }[] }[];
    axis_config?: { categories?: string[]; x_label?: string; y_label?: string };
  };
  /** Of a container, with the words in its head. */
  child_blocks?: BlockJson[];
  rich_text_title?: ElementJson;
  subtitle?: TextJson;
  is_collapsible?: boolean;
  default_collapsed?: boolean;
  level?: string | number;
};

export type ViewJson = {
  type: 'modal' | 'home';
  title?: TextJson;
  submit?: TextJson;
  close?: TextJson;
  blocks: BlockJson[];
  callback_id?: string;
  private_metadata?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
};

/** All blocks, and those inside of containers after each. */
export function withChildren(blocks: readonly BlockJson[]): BlockJson[] {
  return blocks.flatMap((block) => [block, ...withChildren(block.child_blocks ?? [])]);
}
