import type { CampaignId } from '../../src/domain/ids.ts';
import type { SendingHours } from '../../src/domain/pace/sending-hours.ts';
import { readClientRef } from '../../src/domain/recipient/recipient.ts';
import { readConversationRef } from '../../src/domain/reply/conversation.ts';
import { ownerOf } from '../kills/spellings.ts';
import { type CampaignEntry, expectedText, isBlocked, phoneOf } from './ledger.ts';
import { checkCanary } from './pacing/check-canary.ts';
import { checkStretches } from './pacing/check-stretches.ts';
import { pacesAt } from './pacing/written-pace.ts';
import { checkPlace } from './places/check-place.ts';
import { confirmation, type SimulatedWorld, settings } from './simulated-world.ts';
import { couldHaveArrived, type Request } from './virtual/virtual-provider.ts';

/** Checks, at the moment a request leaves, every promise it could break, from what the outside knows. */
export function checkRequest(world: SimulatedWorld, request: Request): void {
  checkRate(world, request);
  checkReference(world, request);
  checkOptOut(world, request);
  const ref = readClientRef(request.ref);
  if (ref) checkCampaignRequest(world, request, ref);
  else if (readConversationRef(request.ref)) checkAnswer(world, request);
  else world.broken(`an unknown reference left: ${request.ref}`);
}

/** G7: never more than the sender's limit, nor the account's, in any sliding second. */
function checkRate(world: SimulatedWorld, request: Request): void {
  const { requests } = world.provider;
  let ofSender = 1;
  let ofAccount = 1;
  for (let at = requests.length - 1; at >= 0 && requests[at]!.atMs > request.atMs - 1_000; at -= 1) {
    ofAccount += 1;
    if (requests[at]!.from === request.from) ofSender += 1;
  }
  const limit = [...settings.senders].find(([id]) => id === request.from)?.[1] ?? 0;
  if (ofSender > limit) world.broken(`G7: ${ofSender} messages of ${request.from} within a second, ${limit} allowed`);
  if (ofAccount > settings.accountRate) world.broken(`G7: ${ofAccount} messages within a second`);
}

/** G1: a reference leaves again only after proof that it was not accepted. */
function checkReference(world: SimulatedWorld, request: Request): void {
  const earlier = world.provider.of(request.ref).find(couldHaveArrived);
  if (earlier) world.broken(`G1: ${request.ref} leaves again after ${earlier.told?.kind ?? 'no answer'}`);
}

/** What holds also after an older backup, of which nobody knows whom it has forgotten: opt-outs and places. */
export function checkPerson(world: SimulatedWorld, request: Request): void {
  checkOptOut(world, request);
  const entry = world.ledger.campaigns.find(({ id }) => id === readClientRef(request.ref)?.campaignId);
  if (entry) checkPlace(world, request, entry);
}

/** G5: after the answer to a STOP nothing leaves but its one confirmation. */
function checkOptOut(world: SimulatedWorld, request: Request): void {
  if (request.text === confirmation || !isBlocked(phoneOf(world.ledger, request.to))) return;
  world.broken(`G5: ${request.ref} leaves for ${request.to}, who has opted out`);
}

/** An answer of the team is sent once, however often the form was submitted. */
function checkAnswer(world: SimulatedWorld, request: Request): void {
  if (request.text === confirmation || request.text === settings.helpText) return;
  const same = world.provider.requests.find(
    (other) => other.text === request.text && ownerOf(other.to) === ownerOf(request.to),
  );
  if (same && couldHaveArrived(same)) world.broken(`G1: the answer “${request.text}” leaves twice`);
  if (world.ledger.answering.groupTexts.has(request.text)) world.ledger.answering.counts.groupAnswers += 1;
  if (isThanks(world, request)) checkThanks(world, request);
}

function isThanks({ ledger }: SimulatedWorld, { text }: Request): boolean {
  return ledger.campaigns.some(({ versions }) => versions.some(({ thanks }) => thanks === text));
}

/** Only who wrote what was expected is thanked, in the words that were approved. */
function checkThanks(world: SimulatedWorld, request: Request): void {
  const { campaigns, inbound, answering } = world.ledger;
  answering.counts.thanks += 1;
  const saidYes = [...inbound.values()].some(
    ({ number, words }) => ownerOf(number) === ownerOf(request.to) && /^yes/i.test(words),
  );
  if (!saidYes) world.broken(`${request.to} is thanked, and never said yes`);
  const isApproved = campaigns.some(({ approved }) => approved.some(({ version }) => version.thanks === request.text));
  if (!isApproved) world.broken(`G6: nobody approved “${request.text}”`);
}

function checkCampaignRequest(
  world: SimulatedWorld,
  request: Request,
  ref: { campaignId: CampaignId; no: number; attempt: number },
): void {
  const entry = world.ledger.campaigns.find(({ id }) => id === ref.campaignId);
  if (!entry) {
    world.broken(`G6: nobody knows a campaign ${ref.campaignId}`);
    return;
  }
  checkOncePerPerson(world, request, entry, ref.campaignId);
  checkApproval(world, request, entry);
  checkHours(world, request, entry);
  checkStretches(world, request, entry);
  checkCanary(world, request, entry);
  checkPlace(world, request, entry);
  if (entry.pace.ever.length === 1) checkPace(world, request, entry, ref.campaignId);
  if (entry.stopped) world.broken(`a message of campaign ${entry.origin} leaves although it is ${entry.stopped}`);
  const { stoppedSinceMs } = world.watch;
  if (stoppedSinceMs !== null && world.time.nowMs() > stoppedSinceMs) {
    world.broken('G3: messages leave although the provider gave no clear answer five times in a row');
  }
}

/** G1: one attempt for a person, however the number is written, and one more for each time that somebody released it. */
function checkOncePerPerson(
  world: SimulatedWorld,
  request: Request,
  entry: CampaignEntry,
  campaignId: CampaignId,
): void {
  const owner = ownerOf(request.to);
  const before = requestsOf(world, campaignId).filter(
    (other) => ownerOf(other.to) === owner && couldHaveArrived(other),
  );
  const allowed = entry.released.get(owner) ?? 0;
  if (before.length > allowed) world.broken(`G1: ${request.ref} is one attempt too many for ${request.to}`);
}

/** G6: exactly this text, sender and number, as the list writes it, was approved by somebody else. */
function checkApproval(world: SimulatedWorld, request: Request, { approved, origin }: CampaignEntry): void {
  const known = approved.find(
    ({ version }) =>
      version.rows.has(request.to) &&
      version.sender === request.from &&
      expectedText(version, request.to) === request.text,
  );
  if (!known) world.broken(`G6: campaign ${origin} sends to ${request.to} what nobody approved: ${request.text}`);
}

/** G7: inside the sending hours, by the wall clock of their zone. */
function checkHours(world: SimulatedWorld, request: Request, { pace, origin }: CampaignEntry): void {
  const paces = pacesAt(pace, request.wall.getTime());
  if (paces.length > 0 && paces.every(({ hours }) => hours && !isOpen(hours, request.wall)))
    world.broken(`G7: campaign ${origin} sends at ${request.wall.toISOString()}`);
}

/** The pace: each of the batches needed so far has had its interval. */
function checkPace(
  world: SimulatedWorld,
  request: Request,
  { approved, origin }: CampaignEntry,
  campaignId: CampaignId,
): void {
  const release = approved.at(-1);
  if (!release || world.ledger.wallStepped) return;
  const { batchSize, everySeconds } = release.version;
  const batches = Math.floor(requestsOf(world, campaignId).filter(couldHaveArrived).length / batchSize);
  if (request.wall.getTime() >= release.atWallMs + batches * everySeconds * 1_000) return;
  world.broken(`G7: campaign ${origin} is in batch ${batches + 1} too early`);
}

function requestsOf(world: SimulatedWorld, campaignId: CampaignId): Request[] {
  return world.provider.requests.filter(({ ref }) => ref.startsWith(`v1.${campaignId}.`));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Reckoned differently from the program: by what a clock on the wall shows. */
export function isOpen({ zone, days, from, to }: SendingHours, at: Date): boolean {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const part = (type: string): string => format.formatToParts(at).find((one) => one.type === type)?.value ?? '';
  const shown = `${part('hour')}:${part('minute')}`;
  const day = weekdays.indexOf(part('weekday')) || 7;
  if (from < to) return days.includes(day) && shown >= from && shown < to;
  const dayBefore = day === 1 ? 7 : day - 1;
  return (days.includes(day) && shown >= from) || (days.includes(dayBefore) && shown < to);
}
