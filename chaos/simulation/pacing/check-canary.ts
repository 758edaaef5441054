import { readClientRef } from '../../../src/domain/recipient/recipient.ts';
import { ownerOf } from '../../kills/spellings.ts';
import type { CampaignEntry, Version } from '../ledger.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { couldHaveArrived, type Request } from '../virtual/virtual-provider.ts';

const hourMs = 3_600_000;
/** A test may look again after twice as many texts, up to this many. */
const mostTried = 150;

/** Nobody above the first, until somebody has pressed Go on, or what is known of them lets a test say so. */
export function checkCanary(world: SimulatedWorld, request: Request, entry: CampaignEntry): void {
  const version = entry.approved.at(-1)?.version;
  if (!version?.canary || entry.wentOn) return;
  const texts = textsBefore(world, request, entry);
  const tried = new Set([...texts.keys()]).size + 1;
  const isYoung = (text: Request) => isHeard(world, text) && text.atMs > request.atMs - hourMs;
  if (version.goesOnAlone && texts.size > 0 && ![...texts.values()].some(isYoung)) stepUnseen(world, entry);
  if (tried <= entry.canaryUpTo) return;
  if (!version.goesOnAlone) {
    world.broken(`the canary: ${entry.origin} is sent to ${tried}, not ${version.canary}, and nobody pressed Go on`);
    return;
  }
  if (world.ledger.wallStepped) {
    entry.canaryUpTo = Number.POSITIVE_INFINITY;
    return;
  }
  checkAlone(world, entry, { version, texts, tried, isYoung });
}

/** After an hour in which nothing left: a crash may have used up what was left of the step. */
function stepUnseen({ ledger }: SimulatedWorld, entry: CampaignEntry): void {
  if (entry.canaryCrashes === ledger.crashes) return;
  entry.canaryCrashes = ledger.crashes;
  entry.canaryUpTo = Math.min(mostTried, entry.canaryUpTo * 2);
}

type Tried = {
  version: Version;
  texts: ReadonlyMap<number, Request>;
  tried: number;
  /** It may yet be answered. */
  isYoung: (text: Request) => boolean;
};

function checkAlone(world: SimulatedWorld, entry: CampaignEntry, { version, texts, tried, isYoung }: Tried): void {
  const { counts } = world.ledger.pacing;
  if (passes(world, version, texts, isYoung)) {
    counts.wentOnAlone += 1;
    entry.canaryUpTo = Number.POSITIVE_INFINITY;
    return;
  }
  if ([...texts.values()].some(isYoung)) {
    world.broken(`the canary: ${entry.origin} is sent to ${tried} within an hour, and nobody pressed Go on`);
    return;
  }
  counts.stepsAlone += 1;
  const before = tried - 1 + entry.abandoned;
  entry.canaryUpTo = Math.min(mostTried, before * 2);
  if (tried > entry.canaryUpTo) world.broken(`the canary: ${entry.origin} is sent to ${tried}, and no test passes`);
}

/** By the number on the list, the last text that may have arrived. */
function textsBefore({ provider }: SimulatedWorld, request: Request, entry: CampaignEntry): Map<number, Request> {
  const texts = new Map<number, Request>();
  for (const text of provider.requests) {
    const ref = readClientRef(text.ref);
    if (ref?.campaignId === entry.id && text.to !== request.to && couldHaveArrived(text)) texts.set(ref!.no, text);
  }
  return texts;
}

/** A text that did not come, or of which nobody knows whether it did, tells nothing. */
function isHeard({ ledger }: SimulatedWorld, { told, ref }: Request): boolean {
  const receipts = ledger.sentReceipts.get(ref) ?? [];
  return (
    told?.kind === 'accepted' && !receipts.some(({ status }) => status === 'rejected' || status === 'undeliverable')
  );
}

/**
 * 5 % opt-outs against 0.5 %, in the order of the list: it passes once the texts so far are 33 times likelier under the
 * second. Only people who surely opted out count, so that no true pass is called false.
 */
function passes(
  world: SimulatedWorld,
  version: Version,
  texts: ReadonlyMap<number, Request>,
  isYoung: (text: Request) => boolean,
): boolean {
  let likelier = 1;
  for (const [, text] of [...texts].sort(([a], [b]) => a - b)) {
    // What may yet be answered tells nothing, and nor does what stands behind it.
    if (isYoung(text)) return false;
    likelier *= hasLeft(world, version, text) ? 0.05 / 0.005 : 0.95 / 0.995;
    if (likelier >= 19) return false;
    if (likelier <= Math.exp(-3.5)) return true;
  }
  return texts.size >= mostTried && likelier <= 1;
}

/** They wrote STOP after they got it, and no other campaign can have made them. */
function hasLeft({ ledger, provider }: SimulatedWorld, { rows }: Version, text: Request): boolean {
  if (!rows.has(text.to)) return false;
  const owner = ownerOf(text.to);
  const others = provider.requests.some(
    ({ ref, to }) => ownerOf(to) === owner && ref.startsWith('v1.') && ref.split('.')[1] !== text.ref.split('.')[1],
  );
  const stoppedAtMs = ledger.phones.get(owner)?.stoppedAtMs ?? Number.NEGATIVE_INFINITY;
  return !others && stoppedAtMs > text.atMs;
}
