import { isOver } from '../../src/domain/campaign/campaign-status.ts';
import { checkInvariants } from '../../src/domain/campaign/invariants.ts';
import { whatBecameOf } from '../../src/domain/fate/what-became-of.ts';
import type { DeliveryReceipt } from '../../src/domain/recipient/delivery-receipt.ts';
import { clientRef, type Recipient } from '../../src/domain/recipient/recipient.ts';
import { type Conversation, isUnanswered } from '../../src/domain/reply/conversation.ts';
import { whatItSays } from '../../src/domain/reply/expected/same-words.ts';
import { asText, type Sentence } from '../../src/slack/ui/parts/sentence.ts';
import { fateSentence } from '../../src/slack/ui/words/fate-words.ts';
import { checkBatches } from './pacing/check-batches.ts';
import { checkFates } from './places/check-fates.ts';
import type { Program } from './program.ts';
import { isDiskTrouble, type SimulatedWorld } from './simulated-world.ts';
import { couldHaveArrived, type Request } from './virtual/virtual-provider.ts';

/** G2 and G6 as far as the counts tell: asked after every step. */
export async function checkTallies(world: SimulatedWorld, program: Program): Promise<void> {
  for (const entry of world.ledger.campaigns) {
    const campaign = entry.id && (await program.store.campaigns.get(entry.id));
    if (!campaign) continue;
    const tally = await program.store.recipients.tally(campaign.id);
    const total = Object.values(tally.counts).reduce((sum, count) => sum + count, 0);
    if (total !== campaign.list.size) world.broken(`G2: ${total} of ${campaign.list.size} recipients are counted`);
    // The program's own check hashes the content, which costs most of a step here.
    const broken = world.steps() % 10 === 0 ? checkInvariants(campaign, tally) : [];
    for (const rule of broken) world.broken(`the program's own check: ${rule}`);
    const { queued, claimed } = tally.counts;
    await checkBatches(world, program, entry, { campaign, tally });
    if (campaign.status === 'completed' && queued + claimed > 0) {
      world.broken(`G2: ${entry.origin} is completed with ${queued} queued and ${claimed} claimed`);
    }
  }
}

/** G2 and G4 in full: every label against what the provider knows, and everything that was answered 2xx. */
export async function checkLabels(world: SimulatedWorld, program: Program): Promise<void> {
  try {
    await checkEachLabel(world, program);
  } catch (error) {
    if (!isDiskTrouble(error)) throw error;
  }
}

async function checkEachLabel(world: SimulatedWorld, program: Program): Promise<void> {
  for (const entry of world.ledger.campaigns) {
    const campaign = entry.id && (await program.store.campaigns.get(entry.id));
    if (!campaign) continue;
    const all = await program.store.recipients.page(campaign.id, { from: 0, limit: 1_000 });
    if (all.length !== campaign.list.size)
      world.broken(`G2: ${all.length} of ${campaign.list.size} recipients are left`);
    const { plan } = await program.reports.report(campaign.id);
    for (const recipient of all) {
      checkLabel(world, recipient);
      const suppression = await program.store.suppressions.get(recipient.number);
      checkSentence(world, recipient, fateSentence(whatBecameOf({ recipient, campaign, suppression, plan }), 'UTC'));
    }
  }
  await checkInbound(world, program);
}

const sent: readonly Recipient['state'][] = ['submitted', 'delivered', 'undeliverable', 'no_receipt'];
const final: readonly string[] = ['delivered', 'undeliverable', 'rejected'];

function checkLabel(world: SimulatedWorld, recipient: Recipient): void {
  const { state, reason, no, attempt } = recipient;
  const ref = clientRef(recipient);
  const requests = world.provider.of(ref);
  const wrong = (why: string): void => world.broken(`G2: recipient ${no}, attempt ${attempt}, is ${state}, but ${why}`);

  if (sent.includes(state) && !requests.some(({ accepted }) => accepted)) wrong('the provider never accepted it');
  if ((state === 'queued' || state === 'skipped') && requests.some(couldHaveArrived)) wrong('it may have been sent');
  if ((state === 'skipped' || state === 'unconfirmed') && reason === null) wrong('nobody says why');
  if (state === 'unconfirmed' && !explainsDoubt(requests, reason)) wrong(`“${reason}” is no reason`);
  if (state === 'rejected' && !explainsRefusal(world, ref, requests)) wrong('nobody refused it');

  const seen = world.ledger.acknowledgedReceipts.get(ref) ?? [];
  const isFinal = seen.some(({ status }) => final.includes(status));
  if (isFinal && !final.includes(state)) wrong('a final receipt was answered 2xx');
  if (seen.length > 0 && !final.includes(state) && !sent.includes(state)) wrong('a receipt was answered 2xx');
}

/** What `why` says never claims a text that the provider did not take, nor denies one that it took, but for named doubt. */
function checkSentence(world: SimulatedWorld, recipient: Recipient, sentence: Sentence): void {
  const said = asText([sentence]);
  const attempts = Array.from({ length: recipient.attempt }, (_, index) => index + 1);
  const wasTaken = attempts.some((attempt) =>
    world.provider.of(clientRef({ ...recipient, attempt })).some(({ accepted }) => accepted),
  );
  if (said.startsWith('Texted') && !wasTaken) world.broken(`why says “${said}” of what the provider never took`);
  const namesDoubt = said.includes('may have arrived') || said.startsWith('Nobody can know');
  const isUnderWay = recipient.state === 'claimed';
  if (!said.startsWith('Texted') && wasTaken && !namesDoubt && !isUnderWay)
    world.broken(`why says “${said}” of what the provider took`);
}

function explainsDoubt(requests: readonly Request[], reason: string | null): boolean {
  if (reason === 'crash' || reason === 'internal_error') return true;
  return requests.some(({ told }) => told?.kind === 'unconfirmed' && told.cause === reason);
}

function explainsRefusal(world: SimulatedWorld, ref: string, requests: readonly Request[]): boolean {
  const isRejection = ({ status }: DeliveryReceipt): boolean => status === 'rejected';
  return (
    requests.some(({ told }) => told?.kind === 'refused') ||
    (world.ledger.sentReceipts.get(ref) ?? []).some(isRejection)
  );
}

/** G4: a text that was answered 2xx is there, once; only reactions ask for nothing. */
async function checkInbound(world: SimulatedWorld, program: Program): Promise<void> {
  const ids = [null, ...world.ledger.campaigns.map(({ id }) => id)].filter((id, at) => at === 0 || id !== null);
  const found = new Map<string, number>();
  for (const id of ids) {
    for (const { messages } of await program.store.conversations.ofCampaign(id)) {
      for (const message of messages) {
        if (message.direction !== 'in') continue;
        found.set(message.id, (found.get(message.id) ?? 0) + 1);
        const isReaction = world.ledger.inbound.get(message.id)?.isReaction ?? false;
        if (isReaction !== (message.reading === 'quotation')) {
          world.broken(`the text ${message.id} is read as ${message.reading}: “${message.text}”`);
        }
      }
    }
  }
  for (const { id, acknowledged } of world.ledger.inbound.values()) {
    const count = found.get(id) ?? 0;
    if (acknowledged && count === 0) world.broken(`G4: the text ${id} was answered 2xx and is lost`);
    if (count > 1) world.broken(`G4: the text ${id} is there ${count} times`);
  }
}

/** What people or time still have to do; empty when the story is over. */
export async function unfinished(world: SimulatedWorld, program: Program): Promise<string[]> {
  const left: string[] = [];
  for (const { id, origin, approved } of world.ledger.campaigns) {
    const campaign = id && (await program.store.campaigns.get(id));
    if (!campaign || approved.length === 0 || isOver(campaign.status)) continue;
    const { counts } = await program.store.recipients.tally(campaign.id);
    const open = await program.store.conversations.unanswered(campaign.id);
    const waiting = `${counts.queued} queued, ${counts.claimed} claimed, ${counts.submitted} submitted, ${open} unanswered`;
    left.push(`${origin} is ${campaign.status} (${campaign.pause?.reason ?? 'no pause'}) with ${waiting}`);
  }
  return left;
}

/** When all is over, nobody is forgotten: every reply reached the team, and only people of whom nobody heard are in doubt. */
export async function checkEnd(world: SimulatedWorld, program: Program): Promise<void> {
  await checkLabels(world, program);
  await checkFates(world, program);
  const onCards = await shownByGroups(world, program);
  for (const { id, announced } of world.ledger.inbound.values()) {
    if (!announced && !onCards.has(id)) world.broken(`the team was never told of the text ${id}`);
  }
  for (const { id } of world.ledger.campaigns) {
    for (const conversation of id ? await program.store.conversations.ofCampaign(id) : []) {
      checkGroupAnswers(world, conversation);
      const open = conversation.messages.find((message) => message.direction === 'out' && message.state === 'claimed');
      if (open) world.broken(`the answer ${open.text} is claimed for ever`);
      if (isUnanswered(conversation) && conversation.status === 'handled') world.broken('a handled text is unanswered');
    }
  }
}

/** A group's answer is the answer to what the person said last. */
function checkGroupAnswers({ ledger, broken }: SimulatedWorld, { messages }: Conversation): void {
  for (const [at, message] of messages.entries()) {
    const says = message.direction === 'out' ? ledger.answering.groupTexts.get(message.text) : undefined;
    if (says === undefined) continue;
    const last = messages.slice(0, at).findLast((one) => one.direction === 'in' && one.reading !== 'quotation');
    if (!last || whatItSays(last.text) !== says) broken(`“${says}” was answered, and “${last?.text}” was said last`);
  }
}

/** The texts that cards of several people show: those which say what a group is about, and those that were counted. */
async function shownByGroups(world: SimulatedWorld, { store }: Program): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const { id } of world.ledger.campaigns) {
    if (!id) continue;
    const said = new Set((await store.campaigns.groups(id)).map(({ says }) => says));
    for (const { messages } of await store.conversations.ofCampaign(id)) {
      for (const message of messages) {
        const isCounted = message.direction === 'in' && message.countedAs !== undefined;
        if (isCounted || said.has(whatItSays(message.text))) shown.add(message.id);
      }
    }
  }
  return shown;
}
