import type { Campaign } from '../domain/campaign.ts';
import {
  type FolderMark,
  type FolderQuestion,
  type FolderWitness,
  newestMissed,
  type Testimony,
} from '../domain/folder-standing.ts';
import { momentInWords } from '../domain/moment.ts';
import { howToName, nobodyIsAdmin } from '../domain/permissions.ts';
import { changeCampaign, note } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { findWitnesses, hearWitnesses } from './folder-witnesses.ts';
import { createTellAdmins } from './tell-admins.ts';

/** What is known of the folder outside of it. */
export type OutsideMarks = {
  /**
   * In a file; null: there is none that can be read. What is no original may have been put back together with the folder,
   * so it counts only when it knows more than the folder does.
   */
  beside: { mark: FolderMark; isOriginal: boolean } | null;
  /** In our posts. Rejects while nobody can say. */
  ask(witness: FolderWitness): Promise<Testimony>;
};

export type FolderGuard = {
  /** Before the first tick: nothing is sent until what is kept outside was heard. Goes on asking in the background. */
  start(): Promise<void>;
  /** Was everything read that is kept outside? Before that it must not be written over. */
  isCompared(): boolean;
  stop(): Promise<void>;
};

/** So long a file beside the folder that agrees waits for a Slack that is silent. */
const patienceMs = 10_000;

/** So long a doubt lasts before people are told of it. */
const tellAfterMs = 60_000;

/** Notices a data folder that is new, or older than the world, before anything is sent from it. */
export function createFolderGuard(deps: Deps, outside: OutsideMarks): FolderGuard {
  const { store, clock, log } = deps;
  const stopping = new AbortController();
  const tellAdmins = createTellAdmins(deps, (sentence) => sentence);
  let working: Promise<unknown> = Promise.resolve();
  let isCompared = false;

  const ask = async (question: FolderQuestion): Promise<void> => {
    await store.folder.ask(question);
    const fault = question.kind === 'older' ? 'is older than the world' : 'may be older than the world';
    log.error({ ...question }, `the data folder ${fault}: nothing is sent before an admin has decided`);
    await obey(deps, store.folder.question() ?? question);
    await tellAdmins(inWords(question));
  };

  /** Does any of these know more than the folder? Then an admin is asked. */
  const isOlderThan = async (marks: readonly FolderMark[]): Promise<boolean> => {
    const newest = newestMissed(marks, store.folder.compare);
    if (!newest) return false;
    const { mark, missing } = newest;
    const at = clock.now().toISOString();
    const knownUntil = store.folder.knownUntil();
    await ask({ kind: 'older', at, knownUntil, lostUntil: mark.at, missing, epoch: mark.epoch });
    return true;
  };

  const tellOfDoubt = async (): Promise<void> => {
    log.warn({}, doubtInWords);
    await refreshAll(deps);
    await tellAdmins(doubtInWords);
  };

  /** Nothing is sent meanwhile; an original beside the folder that agrees with it stands in for a Slack that is silent. */
  const compare = async (witnesses: readonly FolderWitness[], isVouchedFor: boolean): Promise<void> => {
    const heard = new AbortController();
    const isUnheard = async (ms: number): Promise<boolean> => {
      await clock.sleep(ms, AbortSignal.any([heard.signal, stopping.signal]));
      return !heard.signal.aborted && !stopping.signal.aborted;
    };
    const waiting = isVouchedFor
      ? isUnheard(patienceMs).then((isSilent) => (isSilent ? lift(deps) : undefined))
      : isUnheard(tellAfterMs).then((isSilent) => (isSilent ? tellOfDoubt() : undefined));
    const verdict = await hearWitnesses(deps, { witnesses, ask: outside.ask, isOlderThan, stopping: stopping.signal });
    heard.abort();
    await waiting;
    if (verdict === 'stopped') return;
    if (verdict === 'refused' && !isVouchedFor && !store.folder.question()) {
      await ask({ kind: 'unknown', at: clock.now().toISOString(), knownUntil: store.folder.knownUntil() });
    }
    isCompared = true;
    await lift(deps);
  };

  return {
    async start() {
      if (deps.settings.roles.admins.length === 0) {
        const how = howToName('a member id (U…; in Slack: profile, ⋮, Copy member ID)');
        log.warn({ setting: 'ADMINS' }, `${nobodyIsAdmin} ${how}`);
      }
      const question = store.folder.question();
      // Also once more after a crash in between: whoever is paused already is left alone.
      if (question) await obey(deps, question);
      if (question?.kind === 'new') {
        log.warn({}, newInWords);
        if (store.folder.openedAs().isNew) await tellAdmins(newInWords);
      }
      const { beside } = outside;
      const isKnown = question !== null && question.kind !== 'new';
      isCompared = isKnown || (beside !== null && (await isOlderThan([beside.mark])));
      const witnesses = await findWitnesses(deps);
      isCompared ||= witnesses.length === 0;
      if (isCompared) return;
      const isVouchedFor = beside?.isOriginal === true && store.folder.compare(beside.mark).kind === 'sound';
      store.folder.doubt(true);
      working = compare(witnesses, isVouchedFor).catch((error: unknown) =>
        log.error({ err: error }, 'the data folder could not be compared'),
      );
    },
    isCompared: () => isCompared,
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

async function campaignsThatCouldSend({ store }: Deps): Promise<readonly Campaign[]> {
  return (await store.campaigns.list()).filter(couldSend);
}

function couldSend({ status }: Campaign): boolean {
  return status === 'scheduled' || status === 'running' || status === 'paused';
}

/** It is known now, or never will be: whoever waited for it goes on, and its message says so. */
async function lift(deps: Deps): Promise<void> {
  deps.store.folder.doubt(false);
  await refreshAll(deps);
}

async function refreshAll(deps: Deps): Promise<void> {
  for (const { id } of await campaignsThatCouldSend(deps)) deps.announcer.refresh(id);
}

async function obey(deps: Deps, question: FolderQuestion): Promise<void> {
  if (question.kind === 'new') return;
  for (const campaign of await campaignsThatCouldSend(deps)) await pauseRestored(deps, campaign, inWords(question));
}

/** A campaign that a person paused as well: whoever resumes it would text people twice. */
async function pauseRestored(deps: Deps, { id }: Campaign, detail: string): Promise<void> {
  const now = deps.clock.now();
  await changeCampaign(deps, id, (current) => {
    if (!couldSend(current) || current.pause?.reason === 'restored') return undefined;
    const pause = { reason: 'restored' as const, by: null, at: now.toISOString(), detail };
    return {
      campaign: { ...current, status: 'paused', pause, holdSince: null },
      announcements: [note(id, now, { kind: 'paused', by: null, reason: 'restored', detail, inFlight: 0 })],
    };
  });
}

const newInWords =
  'Trickle’s data folder is new, so it knows no opt-outs. If Trickle ran here before, stop it and look whether its disk is there (STORE_URL). If it is meant to be new, an admin ticks the box in the first Review.';

const doubtInWords =
  'Nothing is sent yet: Trickle asks Slack whether its data folder is the newest one, and Slack does not answer. It goes on by itself.';

function inWords(question: FolderQuestion): string {
  if (question.kind === 'new') return newInWords;
  const from = question.knownUntil ? `Known here until about ${minute(question.knownUntil)}` : 'Known here: nothing';
  if (question.kind === 'unknown')
    return `${from}; Slack does not let Trickle look whether that is everything: invite it to its channels, or reinstall it from its manifest.`;
  return `${from}, outside until ${minute(question.lostUntil)}: up to ${question.missing} changes are missing, such as texts sent and STOPs received.`;
}

function minute(at: string): string {
  return momentInWords({ at, zone: 'UTC', withYear: true });
}
