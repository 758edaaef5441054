import type { FolderMark } from '../../src/domain/folder-standing.ts';
import { PhoneNumber } from '../../src/domain/ids.ts';
import type { OptOutFile } from '../../src/domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Announcer, Log, People, SmsGateway } from '../../src/ports/world.ts';
import { type Campaigns, createCampaigns } from '../../src/services/campaigns/campaigns.ts';
import type { Deps, ServiceSettings } from '../../src/services/deps.ts';
import { createFolderGuard, type OutsideMarks } from '../../src/services/folder/folder-guard.ts';
import { createNudges, type Nudges } from '../../src/services/nudging/nudges.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createOptOuts, type OptOuts } from '../../src/services/replies/opt-outs.ts';
import { createReports, type Reports } from '../../src/services/reports/reports.ts';
import type { Rules } from '../../src/services/rules.ts';
import { createDispatcher, type Dispatcher } from '../../src/services/sending/dispatcher.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { createReceipts, type Receipts } from '../../src/services/sending/receipts.ts';
import { abandonFoundClaims } from '../../src/services/sending/recovery.ts';
import type { Disk } from '../../src/store/lowdb/files/disk.ts';
import type { Timers } from '../../src/store/lowdb/files/timers.ts';
import { keepHeightFile, readHeightFile } from '../../src/store/lowdb/folder/height-file.ts';
import { openLowdbStore, usualLingerMs } from '../../src/store/lowdb/lowdb-store.ts';
import type { Life, VirtualTime } from './virtual/virtual-time.ts';

/** The program's core as one process runs it, from the opening of the store on. */
export type Program = {
  life: Life;
  store: Store;
  campaigns: Campaigns;
  inbox: Inbox;
  receipts: Receipts;
  optOuts: OptOuts;
  nudges: Nudges;
  reports: Reports;
  dispatcher: Dispatcher;
  /** What a post bears now of the data folder. */
  folderMark: () => FolderMark | null;
};

export type Surroundings = {
  time: Pick<VirtualTime, 'clock' | 'timers'>;
  disk: Disk;
  gateway: SmsGateway;
  announcer: Announcer;
  people: People;
  log: Log;
  settings: ServiceSettings;
  rules: Rules;
  /** What outlives the folder; left out where nobody puts a backup back. */
  outside?: { heightFile: string; ask: OutsideMarks['ask'] } | undefined;
};

/** The same parts in the same order as the composition root builds them, without the edges. Rejects when the disk fails. */
export async function startProgram(life: Life, around: Surroundings): Promise<Program> {
  const { time, disk, gateway, announcer, people, log, settings, rules } = around;
  const clock = time.clock(life);
  const store = await openLowdbStore({
    lingerMs: usualLingerMs,
    folder: '/data',
    now: clock.now,
    disk,
    timers: time.timers(life),
    // Small, so that documents are written while messages leave.
    journalBytes: 30_000,
  });
  const deps: Deps = {
    store,
    gateway,
    announcer,
    lists: { read: readRecipients, readOptOuts: readPlainOptOuts },
    people,
    clock,
    log,
    settings,
    rules,
  };
  const limits = createRateLimits(settings, clock);
  const dispatcher = createDispatcher(deps, limits);
  const program: Program = {
    life,
    store,
    dispatcher,
    campaigns: createCampaigns(deps, limits, dispatcher),
    inbox: createInbox(deps, limits),
    receipts: createReceipts(deps),
    optOuts: createOptOuts(deps),
    nudges: createNudges(deps),
    reports: createReports(deps),
    folderMark: () => null,
  };
  try {
    await abandonFoundClaims(deps);
    await program.inbox.start();
    if (around.outside) program.folderMark = await watchFolder(deps, around, around.outside, time.timers(life));
  } catch (error) {
    await store.close();
    throw error;
  }
  return program;
}

/** The machine's, which goes on while the program is started again. */
const bootId = 'one-boot';

async function watchFolder(
  deps: Deps,
  { disk }: Surroundings,
  { heightFile, ask }: NonNullable<Surroundings['outside']>,
  timers: Timers,
): Promise<Program['folderMark']> {
  const { store } = deps;
  const guard = createFolderGuard(deps, { beside: await readHeightFile(disk, heightFile, bootId), ask });
  await guard.start();
  const isOurs = () => store.trouble() === undefined;
  keepHeightFile({ disk, path: heightFile, bootId, mark: store.folder.mark, isOurs, timers, log: () => {} });
  return () => (guard.isCompared() ? store.folder.mark() : null);
}

/** Files of this world are plain: reading them as real ones are read takes turns of the machine, which no seed decides. */
async function readPlainOptOuts(bytes: Uint8Array): Promise<OptOutFile> {
  const [, ...lines] = new TextDecoder().decode(bytes).split('\n');
  const optOuts = lines.map((line) => {
    const [number = '', date = ''] = line.split(',');
    const at = date === '' ? {} : { at: `${date}T00:00:00.000Z` };
    return { number: PhoneNumber.parse(number), ...at, source: '', words: '', isReassigned: false };
  });
  return { optOuts, refused: [], numbersFrom: 'number', unread: [], oddDates: 0 };
}
