import { openRules } from '../../playground/open-rules.ts';
import { seededRandom } from '../../playground/random.ts';
import { CampaignId, type ConversationId, PhoneNumber } from '../../src/domain/ids.ts';
import { readOptOuts } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Deps } from '../../src/services/deps.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createDispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { approved } from './approved.ts';
import { aCampaign, agent, sender, settingsWith } from './builders.ts';
import { type HandClock, handClock } from './hand-clock.ts';
import { vouchedFor } from './known-folder.ts';
import { everybody } from './services.ts';

export type RaceReport = {
  /** Texts that opted somebody out while messages to them were waiting or on their way. */
  races: number;
  sent: number;
  /** Sends to people whose STOP, or whose doubtful text, had been answered before. */
  breaches: string[];
  /** People whose last word does not stand in the suppression list. */
  wrongEnds: string[];
};

const campaigns = 3;
const people = 40;

/**
 * Three campaigns to the same people at full speed, while they opt out, in and out again, write what may be an opt-out,
 * and agents answer them. The seed decides who does what when, down to the turn of the loop.
 */
export async function raceOptOuts(seed: number): Promise<RaceReport> {
  const random = seededRandom(seed);
  const clock = handClock();
  const store = await vouchedFor(await openLowdbStore({ folder: '/races', disk: simulatedDisk(), now: clock.now }));
  const report: RaceReport = { races: 0, sent: 0, breaches: [], wrongEnds: [] };
  const silenced = new Set<PhoneNumber>();
  const deps = depsFor(store, clock, random, (to, ref) => {
    report.sent += 1;
    if (silenced.has(to)) report.breaches.push(`seed ${seed}: ${ref} to ${to}`);
  });
  const limits = createRateLimits(deps.settings, clock);
  const [dispatcher, inbox] = [createDispatcher(deps, limits), createInbox(deps, limits)];
  await startCampaigns(store, random);

  const scripts = Array.from({ length: people }, (_, no) =>
    playPerson({ store, inbox, clock, random, silenced, report }, phone(no)),
  );
  let isOver = false;
  const played = Promise.all(scripts).then(() => {
    isOver = true;
  });
  for (let second = 0; second < 30 && !isOver; second += 1) {
    await dispatcher.tick();
    await clock.advance(1_000);
  }
  await played;
  await dispatcher.tick();
  await clock.advance(1_000);
  const stopped = dispatcher.stop();
  await clock.advance(10_000);
  await stopped;
  await store.close();
  return report;
}

/** Services over this store and clock, whose gateway takes a moment and tells each send. */
export function depsFor(
  store: Store,
  clock: HandClock,
  random: () => number,
  onSend: (to: PhoneNumber, ref: string) => void,
): Deps {
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return {
    store,
    clock,
    log: silent,
    announcer: { refresh: () => {}, wake: () => {} },
    lists: { read: readRecipients, readOptOuts },
    people: everybody,
    rules: openRules(),
    gateway: {
      send: async ({ to, ref }) => {
        onSend(to, ref);
        await clock.sleep(random() * 300);
        return { kind: 'accepted', messageId: `m-${ref}` };
      },
      prepare: async () => {},
      segmentPrice: async () => undefined,
    },
    settings: settingsWith({ senders: new Map([[sender, 20 + Math.floor(random() * 60)]]), accountRate: 100 }),
  };
}

async function startCampaigns(store: Store, random: () => number): Promise<void> {
  for (let no = 0; no < campaigns; no += 1) {
    const order = Array.from({ length: people }, (_, index) => ({ index, at: random() })).sort((a, b) => a.at - b.at);
    const list = order.map(({ index }) => ({ number: phone(index), values: [`Person ${index}`] }));
    const throttle = { batchSize: 5 + Math.floor(random() * 20), everySeconds: 1, holdAbove: null };
    const id = CampaignId.parse(`race234${2 + no}`);
    await store.campaigns.create(approved(aCampaign({ id, origin: `V${no}`, throttle, hours: null }), list), list);
  }
}

type Player = {
  store: Store;
  inbox: Inbox;
  clock: HandClock;
  random: () => number;
  silenced: Set<PhoneNumber>;
  report: RaceReport;
};

const scripts = [
  ['STOP'],
  ['stop please', 'START'],
  ['STOP', 'START', 'Unsubscribe'],
  ['I might have to cancel the whole thing', 'decide'],
  ['hello', 'answer', 'STOP'],
  ['hello', 'answer'],
];

/** One person's texts, at times of their own. From the moment a STOP is answered until they begin to write START, nothing may leave. */
async function playPerson(player: Player, number: PhoneNumber): Promise<void> {
  const { inbox, clock, random, silenced, report, store } = player;
  const script = scripts[Math.floor(random() * scripts.length)]!;
  let answers: Promise<unknown> = Promise.resolve();
  for (const [index, word] of script.entries()) {
    // No two texts of one instant: of these the opt-out holds, whichever came first.
    await clock.sleep(1 + random() * 2_500);
    for (let turns = random() * 6; turns > 1; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
    const conversation = await conversationWith(store, number);
    if (word === 'answer') {
      const answer = { text: 'Hello', by: agent, key: `V${number}` };
      answers = conversation ? inbox.answer(conversation, answer).catch(() => undefined) : answers;
    } else if (word === 'decide') {
      if (!conversation) continue;
      const keeps = random() < 0.5;
      if (keeps) silenced.delete(number);
      await (keeps ? inbox.keep(conversation, agent) : inbox.optOut(conversation, agent));
    } else {
      if (word === 'START') silenced.delete(number);
      const at = clock.now().toISOString();
      const from = spellings(number)[Math.floor(random() * 2)]!;
      await inbox.receive({ id: `${number.slice(1)}-${index}`, from, to: sender, text: word, at });
      if (word === 'START' || word === 'hello') continue;
      silenced.add(number);
      report.races += 1;
    }
  }
  await answers;
  if (silenced.has(number) !== store.suppressions.blocks(number)) report.wrongEnds.push(`${number}: ${script}`);
}

async function conversationWith(store: Store, number: PhoneNumber): Promise<ConversationId | undefined> {
  for (let no = 0; no < campaigns; no += 1) {
    const found = await store.conversations.find(CampaignId.parse(`race234${2 + no}`), number);
    if (found) return found.id;
  }
  return (await store.conversations.find(null, number))?.id;
}

/** As the lists have it: of four people one each lives in the United States, Mexico, Argentina and Brazil. */
function phone(no: number): PhoneNumber {
  const of = String(no).padStart(2, '0');
  const countries = [`+120155501${of}`, `+5255123456${of}`, `+54911234567${of}`, `+55119876543${of}`];
  return PhoneNumber.parse(countries[no % countries.length]);
}

/** As the list has it, and as a network may write it. */
function spellings(listed: PhoneNumber): [PhoneNumber, PhoneNumber] {
  const network = listed
    .replace(/^\+52/, '+521')
    .replace(/^\+549/, '+54')
    .replace(/^\+55119/, '+5511');
  return [listed, PhoneNumber.parse(network)];
}
