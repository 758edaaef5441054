import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What the app asks Slack for, for the local Slack. */
export type AppManifest = {
  readonly scopes: readonly string[];
  readonly botEvents: readonly string[];
  readonly hasHome: boolean;
  readonly commands: readonly { readonly command: string; readonly description: string; readonly hint: string }[];
  /** In Slack's own menu. */
  readonly shortcuts: readonly ManifestShortcut[];
  /** In the menu of a message. */
  readonly messageShortcuts: readonly ManifestShortcut[];
};

type ManifestShortcut = { readonly name: string; readonly callbackId: string };

/** Reads the project's own manifest: a scope missing there is missing here as well. */
export function readManifest(): AppManifest {
  const { features, oauth_config, settings } = Manifest.parse(
    parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8')),
  );
  return {
    scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
    botEvents: settings.event_subscriptions.bot_events,
    hasHome: features.app_home.home_tab_enabled,
    commands: features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint,
    })),
    shortcuts: shortcutsOf(features, 'global'),
    messageShortcuts: shortcutsOf(features, 'message'),
  };
}

function shortcutsOf({ shortcuts }: z.infer<typeof Manifest>['features'], kind: string): ManifestShortcut[] {
  return shortcuts
    .filter(({ type }) => type === kind)
    .map(({ name, callback_id }) => ({ name, callbackId: callback_id }));
}

const Manifest = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean() }),
    slash_commands: z.array(
      z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }),
    ),
    shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })).default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).default({ bot_events: [] }),
  }),
});
