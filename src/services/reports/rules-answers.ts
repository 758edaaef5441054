import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { PhoneNumber, UserId } from '../../domain/ids.ts';
import { placeKey } from '../../domain/place/place-key.ts';
import { placeName } from '../../domain/place/place-words.ts';
import { readCountryName } from '../../domain/place/read-country.ts';
import { readState } from '../../domain/place/read-state.ts';
import { type Residence, whereTaken } from '../../domain/place/residence.ts';
import type { Whereabouts } from '../../domain/place/whereabouts.ts';
import { zonesOfCountry, zonesOfState } from '../../domain/place/zones.ts';
import type { AskedRule } from '../../domain/rules/asked.ts';
import { judge, type Person, type Verdict } from '../../domain/rules/judge.ts';
import { type Override, overridesOf } from '../../domain/rules/override.ts';
import { countryOf } from '../../domain/rules/places.ts';
import { isInForce, type Rule } from '../../domain/rules/rule.ts';
import { opened } from '../../domain/rules/rule-book.ts';
import { requireReader } from '../authority.ts';
import type { ReadingDeps } from '../deps.ts';
import { needNumber } from '../replies/opt-outs.ts';

/**
 * What is asked of texts to one place or person, and what would happen to one now. `residence`: what the person said of
 * where they live; `orElse`: what else was perhaps meant.
 */
export type PlaceRules = {
  kind: 'place';
  number: PhoneNumber | null;
  residence: Residence | null;
  where: Whereabouts;
  verdict: Verdict;
  rules: readonly AskedRule[];
  at: Date;
  orElse: { name: string; code: string } | null;
};

/** The rules as a whole: which countries have some, ISO 3166-1, and what the house and the operator set. */
export type AllRules = {
  kind: 'all';
  countries: readonly string[];
  blocked: readonly string[];
  house: readonly Rule[];
  overrides: readonly Override[];
};

export type RulesAnswer = PlaceRules | AllRules;

/** Answers for a country, a state or a number as people type it, or for all with none. Throws a CampaignError. */
export async function rulesFor(deps: ReadingDeps, typed: string, by: UserId): Promise<RulesAnswer> {
  const { people, settings } = deps;
  const person = await people.find(by);
  requireReader(deps, person);
  const topic = typed.trim();
  if (topic === '') return allRules(deps);
  // "06 12 34 56 78"
  if (topic.replace(/\D/g, '').length < 4) {
    const { where, orElse } = needPlace(topic);
    return { ...answerFor(deps, where, { textedAt: [] }), number: null, residence: null, orElse };
  }
  const number = needNumber(topic, settings.country);
  const suppression = await deps.store.suppressions.get(number);
  const residence = (await deps.store.residences.get(number)) ?? null;
  const where = whereTaken(number, { listed: await ofNewestList(deps, number, person), residence });
  const known: Person = { textedAt: [], ...(suppression && { suppression: suppression.kind }) };
  return { ...answerFor(deps, where, known), number, residence, orElse: null };
}

/** Where the newest list that the asker may open takes them to be, by its `placeKey`. */
async function ofNewestList(
  { store, settings }: ReadingDeps,
  number: PhoneNumber,
  asker: Parameters<typeof whyNotOpen>[0],
): Promise<string | undefined> {
  const open = (await store.campaigns.list()).filter((campaign) => !whyNotOpen(asker, campaign, settings.roles));
  const ids = open.map(({ id }) => id);
  const [newest] = await store.recipients.onLists(number, ids, 1);
  return newest?.place;
}

function answerFor({ rules, clock }: ReadingDeps, where: Whereabouts, person: Person) {
  const at = clock.now();
  const { asked } = rules.of(placeKey(where), 'marketing', at);
  const day = at.toISOString().slice(0, 10);
  const lasting = asked.rules.filter(({ rule }) => rule.until === undefined || day < rule.until);
  return { kind: 'place' as const, where, verdict: judge(asked, person, at), rules: lasting, at };
}

/** Two letters are a country before a state, as ISO 3166 has it. */
function needPlace(topic: string): Pick<PlaceRules, 'where' | 'orElse'> {
  const country = readCountryName(topic);
  const [state, ...more] = readState(topic)?.states ?? [];
  if (country) {
    const orElse = state ? { name: placeName(state), code: state } : null;
    return { where: placeOf(country, [], zonesOfCountry(country)), orElse };
  }
  if (state && more.length === 0) {
    return { where: placeOf(countryOf(state), [state], zonesOfState(state)), orElse: null };
  }
  throw new CampaignError(
    'bad_place',
    `“${topic.slice(0, 40)}” is no place that Trickle knows. Write a country, a state or a number: \`/sms-campaign rules France\`, \`rules US-FL\` or \`rules +1 201 555 0123\`.`,
  );
}

function placeOf(country: string, states: readonly string[], zones: readonly string[]): Whereabouts {
  const isStateUnknown = country === 'US' && states.length === 0;
  return { country, states, isStateUnknown, zones: zones.toSorted(), alsoIn: [], from: 'list' };
}

function allRules({ rules: { book }, clock }: ReadingDeps): AllRules {
  const day = clock.now().toISOString().slice(0, 10);
  const rules = book.rules.filter((rule) => isInForce(rule, day));
  const ofHouse = (rule: Rule) => rule.id.startsWith('house/');
  const places = rules.filter((rule) => !ofHouse(rule) && rule.place !== '*').map(({ place }) => countryOf(place));
  const overrides = book.overrides.filter((override) => isInForce(override, day));
  const isLifted = (rule: Rule) => overridesOf(overrides, rule).some(({ says }) => says === null);
  const blocked = rules.filter((rule) => rule.says.kind === 'blocked' && !isLifted(rule)).map(({ place }) => place);
  return {
    kind: 'all',
    countries: [...new Set([...places, ...overrides.flatMap(opened)])].sort(),
    blocked: [...new Set(blocked)].sort(),
    house: rules.filter(ofHouse),
    overrides,
  };
}
