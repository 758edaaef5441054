import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { Step } from './decide-sequence.ts';
import type { TextCase } from './decide-texts.ts';
import type { WordCase } from './decide-words.ts';

/** What a file of inputs holds. */
export type Case =
  | { kind: 'list' }
  | { kind: 'texts'; campaignText: string | null; texts: TextCase[]; country: string | null }
  | { kind: 'sequence'; steps: Step[]; right: string | null; country: string | null }
  | { kind: 'commands' | 'messages'; texts: WordCase[] }
  | { kind: 'not read'; why: string };

/** Lists are `.csv`, `.tsv` and `.txt` (pasted); `.json` holds texts, webhooks, sequences, slash commands or messages. */
export async function readCase(path: string): Promise<Case> {
  const kind = extname(path).toLowerCase();
  if (kind === '.csv' || kind === '.tsv' || kind === '.txt') return { kind: 'list' };
  if (kind !== '.json') return { kind: 'not read', why: `“${kind || basename(path)}” is neither .csv, .txt nor .json` };
  try {
    return readJson(JSON.parse(await readFile(path, 'utf8')), basename(path));
  } catch (error) {
    return { kind: 'not read', why: error instanceof Error ? error.message : String(error) };
  }
}

const right = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const Inbound = z.record(z.string(), z.unknown());
const Text = z.looseObject({ text: z.string(), from: z.string().optional(), right });

const Sequence = z.object({
  country: z.string().optional(),
  sequence: z.array(z.union([z.object({ inbound: Inbound }), z.object({ list: z.array(z.string()) })])),
  right,
});
const Texts = z.object({
  country: z.string().optional(),
  'campaign text': z.string().optional(),
  texts: z.array(z.union([z.string().transform((text) => ({ text, right: null })), Text])),
});
const OneInbound = z.object({
  country: z.string().optional(),
  'campaign text': z.string().optional(),
  inbound: Inbound,
  right,
});

function readJson(document: unknown, name: string): Case {
  if (Array.isArray(document)) return readArray(document, name);
  const sequence = Sequence.safeParse(document);
  if (sequence.success) {
    const { sequence: steps, country = null, right: wanted } = sequence.data;
    return { kind: 'sequence', steps, right: wanted, country };
  }
  const texts = Texts.safeParse(document);
  if (texts.success) {
    const { texts: all, country = null, 'campaign text': campaignText = null } = texts.data;
    return { kind: 'texts', campaignText, country, texts: all.map(asTextCase) };
  }
  const one = OneInbound.safeParse(document);
  if (!one.success)
    return { kind: 'not read', why: 'it has none of the known shapes: sequence, texts, inbound, or an array of texts' };
  const { inbound, country = null, 'campaign text': campaignText = null } = one.data;
  return { kind: 'texts', campaignText, country, texts: [{ inbound, right: one.data.right }] };
}

function readArray(items: unknown[], name: string): Case {
  const inbound = z.array(z.object({ inbound: Inbound, right })).safeParse(items);
  if (items.length > 0 && inbound.success)
    return { kind: 'texts', campaignText: null, country: null, texts: inbound.data };
  const texts = z.array(z.union([z.string().transform((text) => ({ text, right: null })), Text])).safeParse(items);
  if (!texts.success || items.length === 0)
    return { kind: 'not read', why: 'it is an array of something else than texts' };
  if (/command|slash/i.test(name) || texts.data.every(({ text }) => isCommand.test(text)))
    return { kind: 'commands', texts: texts.data };
  if (/message|template/i.test(name)) return { kind: 'messages', texts: texts.data };
  return { kind: 'texts', campaignText: null, country: null, texts: texts.data.map(asTextCase) };
}

const isCommand = /^(new|status|list|pause|resume|cancel|export|optout|help)\b/;

/** `from` in a case of texts tells in words which phone wrote it, or is a number. */
function asTextCase({
  text,
  from,
  right: wanted,
}: {
  text: string;
  from?: string | undefined;
  right: string | null;
}): TextCase {
  const isNumber = from !== undefined && /^\+?[\d\s().-]{7,20}$/.test(from);
  return { inbound: { text, ...(isNumber && { from }) }, right: wanted };
}
