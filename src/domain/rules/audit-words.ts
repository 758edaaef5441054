import { dayInWords } from '../moment.ts';
import { count, listed } from '../number-words.ts';
import type { Finding } from './audit.ts';
import { placeInWords } from './places.ts';

/** What was found and what to do, in sentences of which names between backticks are to be typed. */
export function findingInWords(finding: Finding): string {
  switch (finding.kind) {
    case 'calendar':
      return calendarInWords(finding);
    case 'stale': {
      const what = `${count(finding.rules, 'rule')} of ${placesInWords(finding.places)}`;
      const were = finding.rules === 1 ? 'was' : 'were';
      return `${what} ${were} last read on ${day(finding.readOn)}, more than 12 months ago. Update Trickle, or look at the sources yourself: \`/sms-campaign rules\` names them.`;
    }
    case 'ending': {
      const { ids, until } = finding;
      return `${entries(ids)} ${ids.length === 1 ? 'ends' : 'end'} soon, before ${day(until)} (${whose(finding)}). If still wanted, write a later day in \`RULES_FILE\` and start Trickle again.`;
    }
    case 'ended': {
      const { ids, until } = finding;
      return `${entries(ids)} ended before ${day(until)} (${whose(finding)}). Take ${ids.length === 1 ? 'it' : 'them'} out of \`RULES_FILE\`, or write a later day, and start Trickle again.`;
    }
    case 'coming':
      return `From ${day(finding.from)} on ${entries(finding.ids)} ${finding.ids.length === 1 ? 'holds' : 'hold'}. Nothing has to be done; \`/sms-campaign rules\` shows what changes.`;
    case 'zone_data':
      return `The time-zone data of this computer is of ${finding.version.slice(0, 4)} (${finding.version}): where clocks have been changed since, texts may leave an hour off. Update Node.js.`;
    case 'looser': {
      const { ids, until } = finding;
      return `${entries(ids)} ${ids.length === 1 ? 'is' : 'are'} looser than the rules, until ${day(until)} (${whose(finding)}).`;
    }
    case 'house_off': {
      const where = finding.places[0] === '*' ? '' : ` for ${placesInWords(finding.places)}`;
      return `\`${finding.setting}\` is off${where}: ${short(reasonOf(finding.text))}`;
    }
  }
}

function calendarInWords({ ends, closedFrom, step, places }: Extract<Finding, { kind: 'calendar' }>): string {
  const where = placesInWords(places);
  const fix = 'Update Trickle, or set hours without holidays in `RULES_FILE`.';
  if (step === 0) {
    return `Closed since ${day(closedFrom)}: ${where}. Their public holidays are known only until ${day(ends)}, and nobody is texted there. ${fix}`;
  }
  return `Closed from ${day(closedFrom)} on: ${where}. Their public holidays are known only until ${day(ends)}, and nobody will be texted there. ${fix}`;
}

/** Who answers for it, and why. */
function whose({ by, because }: { by: string; because: string }): string {
  return `${short(by, 40)}: “${short(because)}”`;
}

/** A date of some calendar, whatever the zone of who reads it. */
function day(isoDate: string): string {
  return dayInWords(`${isoDate}T12:00:00Z`, 'UTC', true);
}

function entries(ids: readonly string[]): string {
  return few(ids.map((id) => `\`${id}\``));
}

function placesInWords(places: readonly string[]): string {
  return few(places.map(placeInWords));
}

const mostNamed = 6;

function few(names: readonly string[]): string {
  if (names.length <= mostNamed) return listed(names);
  return `${names.slice(0, mostNamed).join(', ')} and ${count(names.length - mostNamed, 'more', 'more')}`;
}

/** What the house wrote of its reason stands behind the colon. */
function reasonOf(note: string): string {
  return note.slice(note.indexOf(': ') + 2);
}

/** Words of the operator: on one line, without what would be read as something to type. */
function short(text: string, most = 200): string {
  const line = text.replaceAll('`', '’').replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
