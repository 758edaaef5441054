import { type Finding, newsOf, placesWithRules } from '../domain/rules/audit.ts';
import { findingInWords } from '../domain/rules/audit-words.ts';
import { direct } from './announcements.ts';
import type { Deps } from './deps.ts';
import { namedAdmins } from './tell-admins.ts';

/** Looks what of the rules grows old, and tells the admins each step of it once, however often the program starts. */
export type RuleNews = {
  /** Begins a look when it is time for one. Never waits, and never throws. */
  tick(): void;
  /** Looks no more; resolves when the look under way has ended. */
  stop(): Promise<void>;
};

type NewsDeps = Pick<Deps, 'store' | 'announcer' | 'clock' | 'log' | 'settings' | 'rules'>;

const everyMs = 3_600_000;
const againMs = 60_000;

export function createRuleNews(deps: NewsDeps): RuleNews {
  const { store, clock, log } = deps;
  let isStopped = false;
  let lookAtMs = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  const look = async (): Promise<void> => {
    // An older folder has forgotten what was told since.
    if (!store.folder.isSound() || store.trouble()) {
      lookAtMs = clock.monotonicMs() + againMs;
      return;
    }
    for (const finding of deps.rules.findings(clock.now())) {
      if (isStopped) return;
      await tellOnce(deps, finding);
    }
  };

  return {
    tick() {
      if (isStopped || looking || clock.monotonicMs() < lookAtMs) return;
      lookAtMs = clock.monotonicMs() + everyMs;
      looking = look()
        .catch((error) => {
          lookAtMs = clock.monotonicMs() + againMs;
          log.error({ err: error }, 'Admins could not be told what of the rules grows old; the next look tries again');
        })
        .finally(() => {
          looking = undefined;
        });
    },
    async stop() {
      isStopped = true;
      await looking;
    },
  };
}

/** With nobody to tell, it stays news until an admin is named. */
async function tellOnce({ store, announcer, clock, log, settings }: NewsDeps, finding: Finding): Promise<void> {
  const news = newsOf(finding);
  const admins = namedAdmins(settings.roles);
  if (news.length === 0 || admins.length === 0) return;
  const text = `${findingInWords(finding)} Not legal advice.`;
  const owed = admins.map((to) => direct(to, null, clock.now(), text));
  if (!(await store.announcements.addOnce(news, owed))) return;
  log.info({ news: finding.kind }, 'Admins are told what of the rules grows old');
  announcer.wake();
}

/** For the log of a start: one line, and one more for each thing that somebody should look at. */
export function sayRules(
  { rules, clock, log }: Pick<Deps, 'rules' | 'log'> & { clock: Pick<Deps['clock'], 'now'> },
  zoneData: string | null,
): void {
  const { book } = rules;
  const now = clock.now();
  log.info({ places: placesWithRules(book, now), rules: book.hash.slice(0, 8), zoneData }, 'Rules in force');
  for (const finding of rules.findings(now)) {
    const level = finding.kind === 'coming' ? 'info' : 'warn';
    log[level]({ says: findingInWords(finding) }, starts[finding.kind]);
  }
}

const starts: Record<Finding['kind'], string> = {
  calendar: 'A calendar of public holidays comes to its end',
  stale: 'Rules were read long ago',
  ending: 'Entries of the rules file end soon',
  ended: 'Entries of the rules file have ended and do not hold',
  coming: 'Rules come into force soon',
  zone_data: 'The time-zone data are old',
  looser: 'The operator has set something looser than the rules',
  house_off: 'A rule of the house is off',
};
