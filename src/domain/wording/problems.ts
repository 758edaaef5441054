import type { SegmentSummary, Wording } from '../campaign/segment-summary.ts';
import type { SenderId } from '../ids.ts';
import { count, listed } from '../number-words.ts';
import { countrySubject } from '../place/place-words.ts';
import { askedOf, type CampaignClass, type Saying, sayingsAt } from '../rules/asked.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { isName, whereaboutsAt } from './count-wording.ts';
import { asksForAnswer, inEnglish, textThatOffers, wayOutOf } from './ways-out.ts';

/** What one press adds: a way out behind the text, or the sender’s name before it. */
export type Addition = { what: 'way_out' | 'name'; text: string };

/**
 * What is wrong with a text, its sender or both, for some place of the list. With a `code` it is refused at submission; the
 * others are told to author and approver. `needsAdmin`: an admin has to submit or approve it.
 */
export type TextProblem = {
  code?: 'no_way_out' | 'no_sender_name' | 'not_answerable' | 'no_names_there' | 'wrong_name';
  sentence: string;
  add?: Addition;
  needsAdmin?: boolean;
};

type Written = { template: string; sender: SenderId; segments: Pick<SegmentSummary, 'wording'> };
type Asked = { book: RuleBook; campaignClass: CampaignClass; names: readonly string[] };
type Group = Wording['groups'][number];
type Found = { countries: Set<string>; people: number };

/** By the rules that hold at that moment for anybody on the list; those that are refused come first. */
export function problemsOf({ template, sender, segments }: Written, asked: Asked, now: Date): TextProblem[] {
  const groups = (segments.wording?.groups ?? []).map((group) => ({ group, ...rulesAt(asked, group.at, now) }));
  const total = groups.reduce((sum, { group }) => sum + group.people, 0);
  const problems = [
    ...senderProblems(groups, sender),
    ...wayOutProblems(groups, { sender, total }),
    ...nameProblems(groups, asked.names, sender),
    ...answerProblems(groups, template, sender),
  ];
  return problems.toSorted((a, b) => Number(b.code !== undefined) - Number(a.code !== undefined));
}

/** The text with what the press adds. */
export function withAddition(template: string, { what, text }: Addition): string {
  if (what === 'name') return `${text}${template}`;
  const before = template.trimEnd();
  // A full stop would become part of a link.
  return `${before}${/[.!?…)”"]$/.test(before) ? ' ' : '\n'}${text}`;
}

type AtPlace = {
  group: Group;
  waysOut: Saying<'opt_out_text'>[];
  naming: Saying<'sender_named'>[];
  senders: Saying<'sender'>[];
};

function rulesAt({ book, campaignClass }: Asked, at: readonly string[], now: Date): Omit<AtPlace, 'group'> {
  const asked = askedOf(book, whereaboutsAt(at), campaignClass);
  return {
    waysOut: sayingsAt(asked, 'opt_out_text', now),
    naming: sayingsAt(asked, 'sender_named', now),
    senders: sayingsAt(asked, 'sender', now),
  };
}

function wayOutProblems(places: readonly AtPlace[], { sender, total }: { sender: SenderId; total: number }) {
  const lacking = places.flatMap(({ group, waysOut }) =>
    waysOut.filter(({ id }) => group.lacks.includes(id)).map(({ says }) => ({ group, says })),
  );
  if (isName(sender) && lacking.length > 0) {
    const found = together(lacking.map(({ group }) => group));
    const sentence = `${wants(found, 'a way out in each text')}, and ${sender} cannot be answered: say another way out, such as a link or a number.`;
    return [{ code: 'not_answerable', sentence }] satisfies TextProblem[];
  }
  const isCommon = ({ says }: (typeof lacking)[number]) => wayOutOf(says.anyOf).byReply(inEnglish);
  const common = lacking.filter(isCommon);
  const own = lacking.filter((one) => !isCommon(one));
  const ofOwn = [...Map.groupBy(own, ({ says }) => JSON.stringify(says.anyOf)).values()];
  return [common, ...ofOwn].filter((some) => some.length > 0).map((some) => noWayOut(some, total));
}

type Lacking = { group: Group; says: Saying<'opt_out_text'>['says'] };

function noWayOut(lacking: readonly Lacking[], total: number): TextProblem {
  const found = together(lacking.map(({ group }) => group));
  const texts = new Set(lacking.map(({ says, group }) => textThatOffers(says.anyOf, group.at[0] ?? '')));
  const text = texts.size === 1 ? [...texts][0] : inEnglish;
  const example = text ?? `${lacking[0]!.says.anyOf[0]}…`;
  const behind = text ? '' : '. The number behind it is your provider’s: ask for it';
  const some =
    found.people < total ? ` ${count(found.people, 'message')} ${found.people === 1 ? 'has' : 'have'} none.` : '';
  const sentence = `${wants(found, 'a way out in each text')}, such as “${example}”${behind}.${some}`;
  return { code: 'no_way_out', sentence, ...(text && { add: { what: 'way_out' as const, text } }) };
}

function nameProblems(places: readonly AtPlace[], names: readonly string[], sender: SenderId): TextProblem[] {
  if (isName(sender)) {
    const apart = places.filter(({ group, naming }) => group.isUnreachable && naming.some(({ says }) => says.contact));
    if (apart.length === 0) return [];
    const found = together(apart.map(({ group }) => group));
    return [{ sentence: `${wants(found, 'each text to say how to reach you')}, and ${sender} cannot be answered.` }];
  }
  const asking = places.filter(({ naming }) => naming.length > 0);
  if (names.length === 0) {
    const sentence = 'Say who writes: nobody has set BUSINESS_NAME, so that cannot be checked.';
    return asking.length > 0 ? [{ sentence }] : [];
  }
  const unnamed = asking.filter(({ group }) => group.isUnnamed);
  if (unnamed.length === 0) return [];
  const text = `${names[0]}: `;
  const sentence = `${wants(together(unnamed.map(({ group }) => group)), 'each text to say who writes')}, such as “${text.trim()}”.`;
  return [{ code: 'no_sender_name', sentence, add: { what: 'name', text } }];
}

/** Names as senders: where they are not taken, or not known to be. */
function senderProblems(places: readonly AtPlace[], sender: SenderId): TextProblem[] {
  if (!isName(sender)) return [];
  const where = (isMeant: (place: AtPlace) => boolean) => together(places.filter(isMeant).map(({ group }) => group));
  const says = (kind: Saying<'sender'>['says']['alphanumeric']) =>
    where(({ senders }) => senders.some((one) => one.says.alphanumeric === kind));
  const [never, registered, unknown] = [
    where((place) => takesNoName(place)),
    says('registered'),
    where((place) => !takesNoName(place) && place.senders.some((one) => one.says.alphanumeric === 'unknown')),
  ];
  const problems: TextProblem[] = [];
  if (never.people > 0) {
    const sentence = `${subject(never, 'takes', 'take')} no name as a sender, such as ${sender}: choose a number under Send from, or leave these people out.`;
    problems.push({ code: 'no_names_there', sentence });
  }
  const affixes = new Map(
    places.flatMap((place) => place.senders.map(({ says: { affix } }) => [affixWords(affix, sender), place] as const)),
  );
  for (const [words, { group }] of affixes) {
    if (words === '') continue;
    problems.push({
      code: 'wrong_name',
      sentence: `${wants(together([group]), `a sender’s name that ${words}`)}: ${sender} does not.`,
    });
  }
  if (registered.people > 0) {
    const sentence = `${wants(registered, `the name ${sender} registered there first`)}: ask your provider whether it is.`;
    problems.push({ sentence });
  }
  if (unknown.people > 0) {
    const sentence = `Nobody has established whether ${listedCountries(unknown)} ${one(unknown, 'takes', 'take')} a name as a sender, such as ${sender}: an admin has to submit or approve this.`;
    problems.push({ sentence, needsAdmin: true });
  }
  return problems;
}

function takesNoName({ senders, waysOut }: AtPlace): boolean {
  return senders.some(({ says }) => says.alphanumeric === 'no') || waysOut.some(({ says }) => says.sameChannel);
}

function affixWords(affix: Saying<'sender'>['says']['affix'], sender: SenderId): string {
  const { prefix = '', suffix = '' } = affix ?? {};
  if (sender.startsWith(prefix) && sender.endsWith(suffix)) return '';
  return [prefix && `begins with ${prefix}`, suffix && `ends with ${suffix}`].filter(Boolean).join(' and ');
}

/** The text asks for an answer that cannot come. */
function answerProblems(places: readonly AtPlace[], template: string, sender: SenderId): TextProblem[] {
  if (!asksForAnswer(template)) return [];
  if (isName(sender)) return [{ sentence: `The text asks for an answer, and ${sender} cannot be answered.` }];
  const silent = places.filter(({ senders }) => senders.some(({ says }) => !says.replies)).map(({ group }) => group);
  if (silent.length === 0) return [];
  return [{ sentence: `The text asks for an answer, and nobody in ${listedCountries(together(silent))} can answer.` }];
}

function together(groups: readonly Group[]): Found {
  const each = new Set(groups);
  return {
    countries: new Set([...each].map(({ at }) => at[0] ?? '')),
    people: [...each].reduce((sum, { people }) => sum + people, 0),
  };
}

const mostNamed = 4;

function listedCountries({ countries }: Found): string {
  const named = [...countries].map(countrySubject);
  const more = named.length - mostNamed;
  return listed(more > 1 ? [...named.slice(0, mostNamed), count(more, 'other country', 'other countries')] : named);
}

function one({ countries }: Found, verb: string, ofSeveral: string): string {
  return countries.size === 1 ? verb : ofSeveral;
}

function subject(found: Found, verb: string, ofSeveral: string): string {
  const names = listedCountries(found);
  return `${names.slice(0, 1).toUpperCase()}${names.slice(1)} ${one(found, verb, ofSeveral)}`;
}

function wants(found: Found, what: string): string {
  return `${subject(found, 'wants', 'want')} ${what}`;
}
