import type { Campaign } from '../../domain/campaign/campaign.ts';
import { couldSend } from '../../domain/campaign/campaign-status.ts';
import type { FolderQuestion } from '../../domain/folder-standing.ts';
import { momentInWords } from '../../domain/moment.ts';
import { note } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign } from '../lifecycle/change-campaign.ts';

/** Pauses every campaign that could send from a folder that may be older than the world; safe to repeat. */
export async function pauseRestored(deps: Deps, question: FolderQuestion): Promise<void> {
  if (question.kind === 'new') return;
  for (const campaign of await thatCouldSend(deps)) await pauseOne(deps, campaign, folderInWords(question));
}

/** Their messages say what is true now. */
export async function refreshThatCouldSend(deps: Deps): Promise<void> {
  for (const { id } of await thatCouldSend(deps)) deps.announcer.refresh(id);
}

/** What is known and what is missing, as told to admins. */
export function folderInWords(question: FolderQuestion): string {
  if (question.kind === 'new') return newInWords;
  const from = question.knownUntil ? `Known here until about ${minute(question.knownUntil)}` : 'Known here: nothing';
  if (question.kind === 'unknown') {
    return `${from}; Slack does not let Trickle look whether that is everything: invite it to its channels, or reinstall it from its manifest.`;
  }
  return `${from}, outside until ${minute(question.lostUntil)}: up to ${question.missing} changes are missing, such as texts sent and STOPs received: import your provider’s opt-outs first (\`/sms-campaign optout import\`). A backup was put back, or another Trickle runs on a copy of the folder: then stop that one.`;
}

const newInWords =
  'Trickle’s data folder is new, so it knows no opt-outs. If Trickle ran here before, stop it and look whether its disk is there (STORE_URL). If it is meant to be new, an admin ticks the box in the first Review.';

async function thatCouldSend({ store }: Deps): Promise<readonly Campaign[]> {
  return (await store.campaigns.list()).filter(({ status }) => couldSend(status));
}

/** Also one that a person paused: resuming it would text people twice. */
async function pauseOne(deps: Deps, { id }: Campaign, detail: string): Promise<void> {
  const now = deps.clock.now();
  await changeCampaign(deps, id, (current) => {
    if (!couldSend(current.status) || current.pause?.reason === 'restored') return undefined;
    const pause = { reason: 'restored' as const, by: null, at: now.toISOString(), detail };
    return {
      campaign: { ...current, status: 'paused', pause, holdSince: null },
      announcements: [note(id, now, { kind: 'paused', by: null, reason: 'restored', detail, inFlight: 0 })],
    };
  });
}

function minute(at: string): string {
  return momentInWords({ at, zone: 'UTC', withYear: true });
}
