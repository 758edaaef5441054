import type { Answering } from '../../src/domain/answering/answering.ts';
import { readAnswering } from '../../src/domain/answering/answering-texts.ts';
import { seenOf } from '../../src/domain/campaign/approval.ts';
import { writersOf } from '../../src/domain/campaign/campaign.ts';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import type { CampaignId } from '../../src/domain/ids.ts';
import { StorageError } from '../../src/ports/store.ts';
import { networkNumber } from '../kills/spellings.ts';
import type { Random } from '../random.ts';
import { type CampaignEntry, templateOf, type Version } from './ledger.ts';
import type { Program } from './program.ts';
import {
  approver,
  author,
  editor,
  fastSender,
  isDiskTrouble,
  messageOf,
  type SimulatedWorld,
  slowSender,
} from './simulated-world.ts';

const hours = [
  null,
  null,
  null,
  { from: '09:00', to: '20:00' },
  { from: '21:00', to: '03:00' },
  { from: '12:00', to: '13:30' },
];
const names = ['Ada', 'Grace', 'Zoë', '', ' ', 'Ken'];

/** What a campaign must be like; the rest is left to chance. */
export type Shape = { size?: number; batchSize?: number; everySeconds?: number; isPlain?: boolean };

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
    stopped: null,
    resumesUnderWay: 0,
    released: new Map(),
  };
  const form: Form = { numbers, shape };
  ledger.campaigns.push(entry);

  const goOn = (): void => {
    const program = world.process.current();
    if (!program) return void time.after(2_000, goOn);
    nextStep(world, random, program, entry, form).then(
      (done) => {
        if (!done) time.after(random.spread(200, 20_000), goOn);
      },
      (error: unknown) => {
        if (!isExpected(error) && program.life.alive) world.broken(`writing a campaign fails: ${messageOf(error)}`);
        time.after(random.spread(1_000, 20_000), goOn);
      },
    );
    // An author who got no answer because the process died tries again.
    time.after(40_000, () => {
      if (!program.life.alive) goOn();
    });
  };
  goOn();
}

export function isExpected(error: unknown): boolean {
  return error instanceof CampaignError || error instanceof StorageError || isDiskTrouble(error);
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
    const { contentHash } = await campaigns.preview(entry.id);
    await campaigns.submit(entry.id, { by: entry.author, contentHash });
    return false;
  }
  if (campaign.status !== 'pending_approval') return true;
  return approve(world, random, program, entry, entry.id, form);
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
  const content = { ...read, answering: answeringOf(version) };
  version.hours = content.hours;
  const source = csvOf(version, random);
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
  const content = { ...read, answering: answeringOf(version) };
  version.hours = content.hours;
  entry.editors.add(by);
  const seen = seenOf(await campaigns.get(id));
  await campaigns.edit(id, { content, source: csvOf(version, random), by, seen });
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
  const version = entry.versions.find((one) => templateOf(one) === campaign.template);
  if (!version) return false;

  for (const by of [entry.author, ...writersOf(campaign)]) {
    if (random.chance(0.3)) await mustFail(world, `${by} approves`, campaigns.approve(id, { by, contentHash }));
  }
  if (folder) {
    await mustFail(world, 'a start before the folder’s question', campaigns.approve(id, { by: approver, contentHash }));
  }
  if (random.chance(0.15)) {
    await edit(world, random, program, entry, id, form);
    await mustFail(world, 'a void approval', campaigns.approve(id, { by: approver, contentHash }));
    return false;
  }
  if (random.chance(0.1)) {
    await campaigns.sendBack(id, { by: approver, reason: 'Say where it is.' });
    return false;
  }
  world.watch.stoppedSinceMs = null;
  world.watch.doubtsInRow = 0;
  entry.approved.push({ version, atWallMs: world.time.wall().getTime() });
  world.tell(`approving ${entry.origin}`);
  await campaigns.approve(id, { by: approver, contentHash, vouches: folder !== null });
  await mustFail(
    world,
    'an edit after the approval',
    edit(world, random, program, { ...entry, versions: [] }, id, form),
  );
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

function newVersion(random: Random, entry: CampaignEntry, { numbers, shape }: Form): Version {
  const size = shape.size ?? random.int(5, Math.min(60, numbers.length));
  const from = random.int(0, numbers.length - size);
  const version: Version = {
    word: `${entry.origin} v${entry.versions.length + 1}`,
    rows: new Map(numbers.slice(from, from + size).map((number) => [number, random.pick(names)])),
    sender: random.pick([slowSender, fastSender]),
    hours: null,
    batchSize: shape.batchSize ?? random.pick([1, 3, 10, 20, 60]),
    everySeconds: shape.everySeconds ?? random.pick([1, 5, 30, 120]),
    thanks: null,
    answerWithinMinutes: 60,
  };
  if (!shape.isPlain) {
    if (random.chance(0.4)) version.thanks = `Thank you for ${version.word}.`;
    version.answerWithinMinutes = random.pick([15, 60, 60, 120]);
  }
  entry.versions.push(version);
  return version;
}

type Form = { numbers: readonly string[]; shape: Shape };

function formOf(version: Version, random: Random, { isPlain }: Shape): Parameters<Program['campaigns']['read']>[0] {
  const window = isPlain ? null : random.pick(hours);
  return {
    name: version.word,
    sender: version.sender,
    message: templateOf(version),
    batchSize: String(version.batchSize),
    every: `${version.everySeconds}s`,
    start: '',
    hours: window ? `${window.from}-${window.to}` : 'any time',
    hold: isPlain ? '' : random.pick(['', '0', '2', '10']),
    channel: 'C0REUNION',
  };
}

/** What is foreseen for the answers. */
function answeringOf({ thanks, answerWithinMinutes }: Version): Answering {
  return readAnswering({
    expected: thanks === null ? '' : `Comes: yes, ja => ${thanks}`,
    canned: 'Hall: We meet in hall 3.',
    outcomes: '',
    showColumns: '',
    answerWithin: `${answerWithinMinutes}m`,
  });
}

/** A list as people have it: some people twice, also under another spelling, and some lines that are no numbers. */
function csvOf({ rows }: Version, random: Random): string {
  const lines = ['number,first_name'];
  for (const [number, name] of rows) {
    lines.push(`${number},"${name}"`);
    if (random.chance(0.05)) lines.push(`${number},"Twice"`, 'none,"No number"');
    if (random.chance(0.05)) lines.push(`${networkNumber(number)},"Twice"`);
  }
  return lines.join('\n');
}
