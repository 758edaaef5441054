import sax from 'sax';
import { broken } from './allowance.ts';

type Attributes = Readonly<Record<string, string>>;

/** Names are without their prefixes. */
type Listening = {
  open?(tag: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(tag: string): void;
  /** Enough was read. */
  isDone?(): boolean;
};

/** One of a million cells is longer than this only if somebody made it so. */
const longestPiece = 64 * 1024;

/**
 * Reads the XML of a workbook as it comes: entities of its own are refused, and nothing is fetched. Throws a
 * CampaignError when it is no XML.
 */
export async function readXml(part: AsyncIterable<Uint8Array>, listening: Listening): Promise<void> {
  const parser = sax.parser(true, { position: false });
  parser.onopentag = ({ name, attributes }) => listening.open?.(bare(name), attributes as Attributes);
  parser.onclosetag = (name) => listening.close?.(bare(name));
  parser.ontext = (text) => listening.text?.(text);
  parser.oncdata = (text) => listening.text?.(text);
  const failed: { error?: Error } = {};
  parser.onerror = (error) => {
    failed.error ??= error;
    parser.resume();
  };
  const decoder = new TextDecoder();
  for await (const chunk of part) {
    for (let at = 0; at < chunk.length; at += longestPiece) {
      parser.write(decoder.decode(chunk.subarray(at, at + longestPiece), { stream: true }));
      if (failed.error) throw broken('workbook');
    }
    if (listening.isDone?.()) return;
  }
  parser.close();
  if (failed.error) throw broken('workbook');
}

export function attribute(attributes: Attributes, name: string): string {
  for (const [key, value] of Object.entries(attributes)) if (bare(key) === name) return value;
  return '';
}

function bare(name: string): string {
  const at = name.indexOf(':');
  return at < 0 ? name : name.slice(at + 1);
}
