import { seenOf } from '../../src/domain/campaign/approval.ts';
import { type Campaign, writersOf } from '../../src/domain/campaign/campaign.ts';
import type { CampaignId } from '../../src/domain/ids.ts';
import type { Throttle } from '../../src/domain/pace/throttle.ts';
import type { Random } from '../random.ts';
import { isExpected } from './attempt.ts';
import { answeringOf, canaryOf, csvOf, type Form, formOf, newVersion, type Shape } from './forms.ts';
import { type CampaignEntry, paceOf, templateOf, type Version } from './ledger.ts';
import { proposePace, usePace } from './pacing/propose-pace.ts';
import { mayBeApproved, noPaceYet } from './pacing/written-pace.ts';
import type { Program } from './program.ts';
import { approver, author, editor, messageOf, type SimulatedWorld } from './simulated-world.ts';

/** Somebody writes a campaign and does not rest until it is approved; whatever fails on the way is done again. */
export function writeCampaign(
  world: SimulatedWorld,
  random: Random,
  numbers: readonly string[],
  shape: Shape = {},
): void {
  const { ledger, time } = world;
  const entry: CampaignEntry = {
    origin: `form-${ledger.campaigns.length}`,
    id: null,
    author: random.pick([author, editor]),
    editors: new Set(),
    versions: [],
    approved: [],
    pace: noPaceYet(),
    stopped: null,
    resumesUnderWay: 0,
    wentOn: false,
    canaryUpTo: 0,
    canaryCrashes: 0,
    abandoned: 0,
    released: new Map(),
  };
  const form: Form = { numbers, shape, places: world.places, wall: time.wall };
  ledger.campaigns.push(entry);

  const goOn = (): void => {
    const program = world.process.current();
    if (!program) return void time.after(2_000, goOn);
    let isSettled = false;
    const step = nextStep(world, random, program, entry, form).finally(() => {
      isSettled = true;
    });
    step.then(
      (done) => {
        if (!done) time.after(random.spread(200, 20_000), goOn);
      },
      (error: unknown) => {
        if (!isExpected(error) && program.life.alive) world.broken(`writing a campaign fails: ${messageOf(error)}`);
        time.after(random.spread(1_000, 20_000), goOn);
      },
    );
    // An author who gets no answer because the process died tries again, however long it took to die.
    const look = (): void => {
      if (isSettled) return;
      if (program.life.alive) time.after(40_000, look);
      else goOn();
    };
    time.after(40_000, look);
  };
  goOn();
}

async function nextStep(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  entry: CampaignEntry,
  form: Form,
): Promise<boolean> {
  const { campaigns } = program;
  if (entry.id === null) return draft(world, random, program, entry, form);
  const campaign = await campaigns.get(entry.id);
  if (campaign.status === 'draft') {
    if (random.chance(0.2)) await edit(world, random, program, entry, entry.id, form);
    if (campaign.sentBack?.throttle && random.chance(0.7)) {
      await usePace(world, random, { program, entry });
      return false;
    }
    const { contentHash } = await campaigns.preview(entry.id);
    await campaigns.submit(entry.id, { by: entry.author, contentHash });
    return false;
  }
  if (campaign.status !== 'pending_approval') return true;
  return approve(world, random, program, entry, entry.id, form);
}

function lastOf({ notAfterMs }: Version): { notAfter?: string } {
  return notAfterMs === null ? {} : { notAfter: new Date(notAfterMs).toISOString() };
}

/** Some of those with a hold follow the team. */
function setsPace({ batchSize }: Version, { holdAbove }: Throttle): 'fixed' | 'team' {
  return holdAbove !== null && [1, 20].includes(batchSize) ? 'team' : 'fixed';
}

async function draft(
  world: SimulatedWorld,
  random: Random,
  { campaigns }: Program,
  entry: CampaignEntry,
  form: Form,
): Promise<boolean> {
  const version = newVersion(random, entry, form);
  const read = await campaigns.read(formOf(version, random, form.shape), entry.author);
  const pace = setsPace(version, read.throttle);
  const content = { ...read, answering: answeringOf(version), canary: canaryOf(version), pace, ...lastOf(version) };
  version.hours = content.hours;
  version.holdAbove = content.throttle.holdAbove;
  const source = csvOf(version, random, form);
  const { campaign } = await campaigns.draft({ content, source, by: entry.author, origin: entry.origin });
  entry.id = campaign.id;
  world.tell(`drafted ${entry.origin}`);
  return false;
}

async function edit(
  world: SimulatedWorld,
  random: Random,
  { campaigns }: Program,
  entry: CampaignEntry,
  id: CampaignId,
  form: Form,
): Promise<void> {
  const by = random.pick([author, editor]);
  const version = newVersion(random, entry, form);
  const read = await campaigns.read(formOf(version, random, form.shape), by);
  const pace = setsPace(version, read.throttle);
  const content = { ...read, answering: answeringOf(version), canary: canaryOf(version), pace, ...lastOf(version) };
  version.hours = content.hours;
  version.holdAbove = content.throttle.holdAbove;
  entry.editors.add(by);
  const seen = seenOf(await campaigns.get(id));
  await campaigns.edit(id, { content, source: csvOf(version, random, form), by, seen });
  world.tell(`edited ${entry.origin}`);
}

/**
 * The approver looks, and approves what was seen; before that, people who may not approve try it, and somebody may
 * change it.
 */
async function approve(
  world: SimulatedWorld,
  random: Random,
  program: Program,
  entry: CampaignEntry,
  id: CampaignId,
  form: Form,
): Promise<boolean> {
  const { campaigns } = program;
  const { contentHash, campaign, folder } = await campaigns.preview(id);
  const version = entry.versions.findLast((one) => isVersion(one, campaign));
  if (!version) return false;

  for (const by of [entry.author, ...writersOf(campaign)]) {
    if (random.chance(0.3))
      await mustFail(world, `${by} approves`, campaigns.approve(id, { by, contentHash, ticked: ['nobody_said'] }));
  }
  if (random.chance(0.15)) {
    await edit(world, random, program, entry, id, form);
    await mustFail(
      world,
      'a void approval',
      campaigns.approve(id, { by: approver, contentHash, ticked: ['nobody_said'] }),
    );
    return false;
  }
  if (random.chance(0.1)) {
    await campaigns.sendBack(id, { by: approver, reason: 'Say where it is.' });
    return false;
  }
  if (random.chance(0.1)) {
    await proposePace(world, random, { program, entry });
    return false;
  }
  world.watch.stoppedSinceMs = null;
  world.watch.doubtsInRow = 0;
  entry.approved.push({ version, atWallMs: world.time.wall().getTime() });
  mayBeApproved(entry.pace, paceOf(version), world.time.wall().getTime());
  entry.canaryUpTo = version.canary ?? Number.POSITIVE_INFINITY;
  entry.canaryCrashes = world.ledger.crashes;
  world.tell(`approving ${entry.origin}`);
  if (folder && (await startsUnasked(world, program, id, contentHash))) return true;
  await campaigns.approve(id, { by: approver, contentHash, vouches: folder !== null, ticked: ['nobody_said'] });
  await mustFail(
    world,
    'an edit after the approval',
    edit(world, random, program, { ...entry, versions: [] }, id, form),
  );
  return true;
}

/** The same words at the same pace: an approver may have proposed another one. */
function isVersion(version: Version, { template, throttle }: Campaign): boolean {
  const { batchSize, everySeconds, holdAbove } = throttle;
  return (
    templateOf(version) === template &&
    version.batchSize === batchSize &&
    version.everySeconds === everySeconds &&
    version.holdAbove === holdAbove
  );
}

/** Nothing starts before the folder's question, unless it was answered for another campaign at the same moment. */
async function startsUnasked(
  world: SimulatedWorld,
  { campaigns }: Program,
  id: CampaignId,
  contentHash: string,
): Promise<boolean> {
  try {
    await campaigns.approve(id, { by: approver, contentHash, ticked: ['nobody_said'] });
  } catch (error) {
    if (!isExpected(error)) throw error;
    return false;
  }
  const { folder } = await campaigns.preview(id);
  if (folder) world.broken('G6: a start before the folder’s question was not refused');
  return true;
}

async function mustFail(world: SimulatedWorld, what: string, attempt: Promise<unknown>): Promise<void> {
  try {
    await attempt;
  } catch (error) {
    if (!isExpected(error)) throw error;
    return;
  }
  world.broken(`G6: ${what} was not refused`);
}
