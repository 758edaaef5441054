import { howToName, nobodyIsAdmin } from '../../domain/campaign/permissions.ts';
import { type FolderMark, type FolderWitness, newestMissed, type Testimony } from '../../domain/folder-standing.ts';
import type { Deps } from '../deps.ts';
import { createTellAdmins } from '../tell-admins.ts';
import { findWitnesses, hearWitnesses, watchForTwins } from './folder-witnesses.ts';
import { folderInWords, pauseRestored, refreshThatCouldSend } from './restored-campaigns.ts';

/** What is known of the folder outside of it. */
export type OutsideMarks = {
  /**
   * In a file; null: none is readable. A copy may have been put back together with the folder, so it counts only when
   * it knows more than the folder.
   */
  beside: { mark: FolderMark; isOriginal: boolean } | null;
  /** In our posts. Rejects while nobody can say. */
  ask(witness: FolderWitness): Promise<Testimony>;
};

export type FolderGuard = {
  /** Before the first tick: nothing is sent until the outside records were heard. Goes on asking in the background. */
  start(): Promise<void>;
  /** Were all outside records read? Before that they must not be overwritten. */
  isCompared(): boolean;
  stop(): Promise<void>;
};

/** With a file beside the folder that agrees, a silent Slack is waited for this long. */
const patienceMs = 10_000;

/** People are told of a doubt after this long, and what the store refused is tried again after this long. */
const minuteMs = 60_000;

/** Notices a data folder that is new, or older than the world, before anything is sent from it. */
export function createFolderGuard(deps: Deps, outside: OutsideMarks): FolderGuard {
  const { store, clock, log } = deps;
  const stopping = new AbortController();
  const { tellAdmins, askAdmins } = createQuestions(deps);
  let working: Promise<void> = Promise.resolve();
  let isCompared = false;

  /** Does any of these know more than the folder? Then an admin is asked. */
  const isOlderThan = async (marks: readonly FolderMark[]): Promise<boolean> => {
    const newest = newestMissed(marks, store.folder.compare);
    if (newest) {
      await askAdmins({ kind: 'older', lostUntil: newest.mark.at, missing: newest.missing, epoch: newest.mark.epoch });
    }
    return newest !== undefined;
  };

  const means = { ask: outside.ask, isOlderThan, stopping: stopping.signal };

  const endDoubt = async (): Promise<void> => {
    store.folder.doubt(false);
    await refreshThatCouldSend(deps);
  };

  const tellOfDoubt = async (): Promise<void> => {
    log.warn({}, doubtInWords);
    await refreshThatCouldSend(deps);
    await tellAdmins(doubtInWords);
  };

  /** Nothing is sent meanwhile; an original beside the folder that agrees with it stands in for a silent Slack. */
  const compare = async (witnesses: readonly FolderWitness[], isVouchedFor: boolean): Promise<void> => {
    const heard = new AbortController();
    const unlessHeard = async (ms: number, act: () => Promise<void>): Promise<void> => {
      await clock.real.sleep(ms, AbortSignal.any([heard.signal, stopping.signal]));
      if (!heard.signal.aborted && !stopping.signal.aborted) await act();
    };
    const waiting = isVouchedFor ? unlessHeard(patienceMs, endDoubt) : unlessHeard(minuteMs, tellOfDoubt);
    const hearing = hearWitnesses(deps, { witnesses, ...means });
    const verdict = await hearing.finally(() => heard.abort());
    await waiting;
    if (verdict === 'stopped') return;
    if (verdict === 'refused' && !isVouchedFor && !store.folder.question()) await askAdmins({ kind: 'unknown' });
    isCompared = true;
    await endDoubt();
  };

  const insist = async (act: () => Promise<void>): Promise<void> => {
    for (let isDone = false; !isDone && !stopping.signal.aborted; ) {
      try {
        await act();
        isDone = true;
      } catch (error) {
        log.error({ err: error }, 'The data folder could not be compared; it is tried again in a minute');
        await clock.real.sleep(minuteMs, stopping.signal);
      }
    }
  };
  const watch = (): Promise<void> => insist(() => watchForTwins(deps, means));

  return {
    async start() {
      warnOfNoAdmin(deps);
      const question = store.folder.question();
      // Also once more after a crash in between; campaigns paused already are left alone.
      if (question) await pauseRestored(deps, question);
      if (question?.kind === 'new') {
        log.warn({}, folderInWords(question));
        if (store.folder.openedAs().isNew) await tellAdmins(folderInWords(question));
      }
      const { beside } = outside;
      const isKnown = question !== null && question.kind !== 'new';
      isCompared = isKnown || (beside !== null && (await isOlderThan([beside.mark])));
      const witnesses = await findWitnesses(deps);
      isCompared ||= witnesses.length === 0;
      if (!isCompared) store.folder.doubt(true);
      const isVouchedFor = beside?.isOriginal === true && store.folder.compare(beside.mark).kind === 'sound';
      working = insist(() => (isCompared ? Promise.resolve() : compare(witnesses, isVouchedFor))).then(watch);
    },
    isCompared: () => isCompared,
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

type Asked = { kind: 'older'; lostUntil: string; missing: number; epoch: number } | { kind: 'unknown' };

function createQuestions(deps: Deps) {
  const { store, clock, log } = deps;
  const tellAdmins = createTellAdmins(deps, (sentence) => sentence);
  return {
    tellAdmins,
    async askAdmins(asked: Asked): Promise<void> {
      const question = { ...asked, at: clock.now().toISOString(), knownUntil: store.folder.knownUntil() };
      await store.folder.ask(question);
      const fault = question.kind === 'older' ? 'is older than the world' : 'may be older than the world';
      log.error({ ...question }, `the data folder ${fault}: nothing is sent before an admin has decided`);
      await pauseRestored(deps, store.folder.question() ?? question);
      await tellAdmins(folderInWords(question));
    },
  };
}

function warnOfNoAdmin({ settings, log }: Deps): void {
  if (settings.roles.admins.length > 0) return;
  const how = howToName('a member id (U…; in Slack: profile, ⋮, Copy member ID)');
  log.warn({ setting: 'ADMINS' }, `${nobodyIsAdmin}, so nobody can ${onlyAdminsCan}. ${how}`);
}

const onlyAdminsCan =
  'say that a data folder may be used, without which a new one sends nothing, nor lift opt-outs, nor export whole numbers';

const doubtInWords =
  'Nothing is sent yet: Trickle asks Slack whether its data folder is the newest one, and Slack does not answer. It goes on by itself.';
