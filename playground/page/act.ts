import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Playground, people } from '../playground.ts';
import { replyMixes } from '../replies.ts';
import { sampleLists } from '../sample-lists.ts';
import type { Entry, PickedFile } from '../slack/people/enter-value.ts';
import { slackMoods, vonageMoods } from '../world-troubles.ts';

export type Act = z.infer<typeof Act>;

/** How an act ended; `error`: what Slack's own client would have prevented, for the person to read. */
export type ActAnswer = { readonly ok: boolean; readonly error?: string };

const as = z.enum(people.map(({ name }) => name));

const FileJson = z.object({ file: z.string(), base64: z.string() });

const EntryJson = z.union([
  z.null(),
  z.string(),
  z.array(z.string()),
  /** A time of day in the playground's zone, as the browser's own picker gives it. */
  z.object({ moment: z.string() }),
  FileJson,
  z.array(FileJson),
  z.object({ sample: z.string() }),
]);

export type EntryJson = z.infer<typeof EntryJson>;

/** Everything that can be done from the page. */
export const Act = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('say'),
    as,
    channel: z.string(),
    thread: z.string().nullable(),
    text: z.string(),
    file: FileJson.optional(),
  }),
  z.object({ act: z.literal('shortcut'), as, callbackId: z.string() }),
  z.object({ act: z.literal('message shortcut'), as, channel: z.string(), ts: z.string(), callbackId: z.string() }),
  z.object({
    act: z.literal('use'),
    as,
    where: z.union([z.object({ viewId: z.string() }), z.object({ channel: z.string(), ts: z.string() })]),
    blockId: z.string(),
    actionId: z.string(),
    entry: EntryJson.optional(),
  }),
  z.object({ act: z.literal('fill'), as, values: z.record(z.string(), EntryJson) }),
  z.object({ act: z.literal('submit'), as }),
  z.object({ act: z.literal('close'), as, all: z.boolean() }),
  z.object({ act: z.literal('open home'), as }),
  z.object({ act: z.literal('text'), number: z.string(), text: z.string().min(1).max(1_600) }),
  z.object({ act: z.literal('speed'), speed: z.number().min(1).max(10) }),
  z.object({ act: z.literal('vonage'), mood: z.enum(vonageMoods) }),
  z.object({ act: z.literal('slack'), mood: z.enum(slackMoods) }),
  z.object({ act: z.literal('replies'), percent: z.number().min(0).max(100), mix: z.enum(replyMixes) }),
  z.object({ act: z.literal('everybody asks') }),
  z.object({ act: z.literal('agent'), on: z.boolean() }),
  z.object({ act: z.literal('bot'), do: z.enum(['kill', 'start']) }),
]);

/** Does it in the world, as a person or a test would. */
export async function perform(world: Playground, act: Act): Promise<ActAnswer> {
  if ('as' in act) return performInSlack(world, act);
  switch (act.act) {
    case 'text':
      world.vonage.phone(act.number).text(act.text);
      break;
    case 'speed':
      world.setSpeed(act.speed);
      break;
    case 'vonage':
      world.troubles.setVonage(act.mood);
      break;
    case 'slack':
      world.troubles.setSlack(act.mood);
      break;
    case 'replies':
      world.replies.set(act.percent, act.mix);
      break;
    case 'everybody asks':
      world.replies.everybodyAsks();
      break;
    case 'agent':
      world.agent.turn(act.on);
      break;
    case 'bot':
      await (act.do === 'kill' ? world.bot.kill() : world.bot.start());
      break;
  }
  return { ok: true };
}

async function performInSlack(world: Playground, act: Extract<Act, { as: string }>): Promise<ActAnswer> {
  const person = world.slack.as(act.as);
  switch (act.act) {
    case 'say':
      return say(world, act);
    case 'shortcut':
      return await person.shortcut(act.callbackId);
    case 'message shortcut':
      return await person.messageShortcut({ channel: act.channel, ts: act.ts }, act.callbackId);
    case 'use': {
      const { where, blockId, actionId, entry } = act;
      return await person.actById(where, { blockId, actionId }, entry === undefined ? undefined : read(world, entry));
    }
    case 'fill':
      await person.fill(
        Object.fromEntries(Object.entries(act.values).map(([label, entry]) => [label, read(world, entry)])),
      );
      return { ok: true };
    case 'submit':
      await person.submit();
      return { ok: true };
    case 'close':
      if (person.openModal()) await (act.all ? person.dismiss() : person.close());
      return { ok: true };
    case 'open home':
      await person.openHome();
      return { ok: true };
  }
}

async function say({ slack, manifest }: Playground, act: Extract<Act, { act: 'say' }>): Promise<ActAnswer> {
  const person = slack.as(act.as);
  const [, command = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(act.text) ?? [];
  if (!command || act.file) {
    const file = act.file && picked(act.file);
    await person.say(act.channel, act.text, { ...(act.thread && { thread_ts: act.thread }), ...(file && { file }) });
    return { ok: true };
  }
  if (act.thread) return { ok: false, error: `${command} does not work in a thread. Type it in the channel.` };
  if (!manifest.commands.some((known) => known.command === command))
    return { ok: false, error: `${command} is not a command here. Try ${manifest.commands[0]?.command}.` };
  return await person.command(command, rest.trim(), { channel: act.channel });
}

function read({ zone }: Playground, entry: EntryJson): Entry {
  if (entry === null || typeof entry === 'string') return entry;
  if (Array.isArray(entry)) return entry.map((one) => (typeof one === 'string' ? one : picked(one)));
  if ('moment' in entry)
    return Temporal.PlainDateTime.from(entry.moment).toZonedDateTime(zone).epochMilliseconds / 1_000;
  if ('file' in entry) return picked(entry);
  const sample = sampleLists().find(({ name }) => name === entry.sample);
  if (!sample) throw new Error(`There is no sample ${entry.sample}.`);
  return { name: sample.name, content: sample.content };
}

function picked({ file, base64 }: z.infer<typeof FileJson>): PickedFile {
  return { name: file, content: Buffer.from(base64, 'base64') };
}
