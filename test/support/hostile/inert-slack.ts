import type { LocalSlack } from '../../../playground/slack/local-slack.ts';
import type { TrafficEntry } from '../../../playground/slack/state.ts';

/** Who and what the program itself may name; every other mention comes from data. */
export type Named = { people: readonly string[]; channels: readonly string[] };

/** Keeps everything that the program says to Slack from now on. */
export function listenIn(slack: LocalSlack): { calls: readonly TrafficEntry[] } {
  const calls: TrafficEntry[] = [];
  slack.onChange(({ kind }) => {
    const entry = kind === 'traffic' ? slack.traffic.at(-1) : undefined;
    if (entry?.direction === 'to slack') calls.push(entry);
    // What is answered to an interaction is shown as well: forms, and the errors under their fields.
    if (entry?.direction === 'to app' && entry.answer) calls.push({ ...entry, body: entry.answer });
  });
  return { calls };
}

/** Everything in these calls that Slack would act on although nobody but data asked for it; empty when all is inert. */
export function liveData(calls: readonly TrafficEntry[], named: Named): string[] {
  const posts = ownPosts(calls);
  return calls.flatMap(({ method, body }) => {
    const call = unpacked(body);
    const leaves = leavesOf(call).filter(({ holder }) => !isWayToOwnPost(holder, posts));
    const found = [...leaves.flatMap((leaf) => inLeaf(leaf, named)), ...inPost(method, call)];
    return found.map((what) => `${method}: ${what.slice(0, 300)}`);
  });
}

/** The addresses that Slack itself gave for posts of ours. */
function ownPosts(calls: readonly TrafficEntry[]): ReadonlySet<unknown> {
  return new Set(
    calls.filter(({ method }) => method === 'chat.getPermalink').map(({ answer }) => Object(answer).permalink),
  );
}

/** A link of ours: in our words, to a post of ours. */
function isWayToOwnPost({ type, url, text }: Record<string, unknown>, posts: ReadonlySet<unknown>): boolean {
  return type === 'link' && posts.has(url) && ownWords.includes(String(text));
}

const ownWords = ['see how it goes', 'see its newest card', 'It goes on'];

type Leaf = { holder: Record<string, unknown>; field: string; text: string };

/** Forms carry blocks, views and metadata as JSON. */
function unpacked(body: unknown): Record<string, unknown> {
  const fields = Object.entries(Object(body)).map(([name, value]) => [name, parsed(value)]);
  return Object.fromEntries(fields);
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function leavesOf(value: unknown, holder: Record<string, unknown> = {}, field = ''): Leaf[] {
  if (typeof value === 'string') return [{ holder, field, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, holder, field));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Record<string, unknown>;
  return [...inElement(object), ...Object.entries(object).flatMap(([name, one]) => leavesOf(one, object, name))];
}

/** An element that acts is told as a leaf of its own. */
function inElement(element: Record<string, unknown>): Leaf[] {
  const { type } = element;
  const acts = type === 'link' || type === 'broadcast' || type === 'usergroup' || type === 'emoji';
  return acts ? [{ holder: element, field: 'acts', text: JSON.stringify(element) }] : [];
}

function inLeaf({ holder, field, text }: Leaf, { people, channels }: Named): string[] {
  const found: string[] = [];
  if (field === 'acts') return [`a live element ${text}`];
  if (holder.type === 'user' && !people.includes(String(holder.user_id))) found.push(`a mention of ${holder.user_id}`);
  if (holder.type === 'channel' && !channels.includes(String(holder.channel_id))) found.push('a channel from data');
  if (field === 'url') found.push(`an address: ${text}`);
  // What stands in an input is the person's own text, shown to them as it is.
  if (field !== 'initial_value' && hidden.test(text))
    found.push(`characters that hide or turn: ${JSON.stringify(text)}`);
  if (!text.isWellFormed()) found.push(`half a character: ${JSON.stringify(text)}`);
  const isFormatted = (field === 'text' && holder.type === 'mrkdwn') || (field === 'text' && holder.type === undefined);
  if (isFormatted) found.push(...inFormattedText(text, { people, channels }));
  return found;
}

/** Control characters but for tab and line break, and marks that turn the reading direction. */
const hidden = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;

function inFormattedText(text: string, { people, channels }: Named): string[] {
  const names = [...people.map((id) => `<@${id}>`), ...channels.map((id) => `<#${id}>`)];
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
  const found: string[] = [];
  if (/[<>]/.test(rest)) found.push(`an open bracket: ${rest}`);
  if (/&(?!amp;|lt;|gt;)/.test(rest)) found.push(`an open ampersand: ${rest}`);
  if (/:\/\/|\w\.example/.test(rest)) found.push(`what Slack makes a link of: ${rest}`);
  return found;
}

function inPost(method: string, call: Record<string, unknown>): string[] {
  if (method !== 'chat.postMessage' && method !== 'chat.postEphemeral') return [];
  const wanted = { unfurl_links: 'false', unfurl_media: 'false', link_names: 'false', parse: 'none' };
  return Object.entries(wanted)
    .filter(([name, value]) => String(call[name]) !== value)
    .map(([name]) => `${name} is ${call[name]}`);
}
