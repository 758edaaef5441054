import { whyNotWithoutAdmin } from '../../domain/campaign/abroad.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Member } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { classOf } from '../../domain/consent/consent.ts';
import { isMeasured, measureMessages } from '../../domain/measure/measure.ts';
import { lintTemplate, lintText } from '../../domain/message/template.ts';
import { countWording, type WordingCount } from '../../domain/wording/count-wording.ts';
import { problemsOf, type TextProblem } from '../../domain/wording/problems.ts';
import { refuse } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { placesOf } from './places-of.ts';
import { type Measured, measured, storedPeople } from './stored-list.ts';

/** What was measured again of campaigns as they are: of a long list it takes longer than a window may take to open. */
const again = new WeakMap<Campaign, { by: string; measured: Promise<Measured> }>();

/** As `measured`, with all that rules want in its texts, by the rules and names that there are now. */
export async function measuredWithWording(
  { store, rules, settings }: Pick<ReadingDeps, 'store' | 'rules' | 'settings'>,
  campaign: Campaign,
): Promise<Measured> {
  const wording = wordingCount({ rules, settings }, campaign);
  if (isMeasured(campaign.segments, wording.by)) return measured(store, campaign);
  const known = again.get(campaign);
  if (known?.by === wording.by) return known.measured;
  const measuring = measureAgain(store, campaign, wording);
  again.set(campaign, { by: wording.by, measured: measuring });
  measuring.catch(() => again.delete(campaign));
  return measuring;
}

async function measureAgain(store: ReadingDeps['store'], campaign: Campaign, wording: WordingCount): Promise<Measured> {
  const { columns } = campaign.list;
  const { recipients } = await placesOf(columns, storedPeople(store, campaign));
  const segments = await measureMessages(campaign.template, columns, recipients, wording);
  const { thankYous } = campaign.segments;
  return measured(store, { ...campaign, segments: { ...segments, ...(thankYous && { thankYous }) } });
}

/** Looks at texts for what any rule wants in them. */
export function wordingCount(
  { rules, settings }: Pick<ReadingDeps, 'rules' | 'settings'>,
  { template, sender }: Pick<Campaign, 'template' | 'sender'>,
): WordingCount {
  return countWording({ book: rules.book, names: settings.businessNames, template, sender });
}

/** What is wrong with the text for anybody on the list; nothing while the list is in doubt. */
export async function textProblemsOf(
  deps: Omit<ReadingDeps, 'people' | 'log'>,
  campaign: Campaign,
): Promise<TextProblem[]> {
  if ((campaign.list.reading?.questions ?? []).length > 0) return [];
  const asked = {
    book: deps.rules.book,
    campaignClass: classOf(campaign.consent),
    names: deps.settings.businessNames,
  };
  return problemsOf(await measuredWithWording(deps, campaign), asked, deps.clock.now());
}

/** What else should be looked at in the text: a way out that is missing is told once. */
export function lintBeside(problems: readonly TextProblem[], { template }: Pick<Campaign, 'template'>): string[] {
  const isTold = problems.some(({ code }) => code === 'no_way_out' || code === 'not_answerable');
  return isTold ? lintText(template, 'message') : lintTemplate(template);
}

/** Nobody is skipped for it later: whoever submits is told, with what the preview can add. */
export function refuseWording(problems: readonly TextProblem[]): void {
  const refusal = problems.find(({ code }) => code !== undefined);
  if (!refusal?.code) return;
  const wayOut = refusal.add
    ? 'One press in the preview adds it.'
    : 'Change the message, or take these people off the list.';
  throw new CampaignError(
    refusal.code,
    `It cannot go out like this: ${refusal.sentence} ${wayOut} The rules that we know are not legal advice.`,
  );
}

/** The same for whoever approves; and of those who submit and approve one is an admin, where a sender needs one. */
export async function refuseWordingInReview(
  deps: Omit<ReadingDeps, 'people' | 'log'>,
  campaign: Campaign,
  answering: readonly (Member | undefined)[],
): Promise<void> {
  const problems = await textProblemsOf(deps, campaign);
  refuseWording(problems);
  for (const { sentence } of problems.filter(({ needsAdmin }) => needsAdmin)) {
    refuse(whyNotWithoutAdmin(answering, deps.settings.roles, sentence));
  }
}
