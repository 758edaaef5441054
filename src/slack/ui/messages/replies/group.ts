import { type Group, mostTyped } from '../../../../domain/reply/group.ts';
import type { AnswerReport, GroupReport, NotReached } from '../../../../services/reports/groups.ts';
import { actions } from '../../../ids.ts';
import { limits, shown } from '../../../limits.ts';
import { button, buttons, confirmation } from '../../parts/button.ts';
import { writeButtonValue } from '../../parts/button-value.ts';
import { cut, oneLine } from '../../parts/inert.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, quote, richText, type Sentence } from '../../parts/sentence.ts';
import { people as inPeople, listed, number } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';

/** The one card of all open conversations that say the same. Edited as they come, are answered and are handled. */
export function groupCard(report: GroupReport): Message {
  const { campaign, group, people, since, answer, earlier } = report;
  const wrote: Sentence = [{ bold: whoWroteIt(report) }];
  const waits: Sentence[] =
    people > 0 && since ? [['The first has waited since ', { at: since, zone: campaign.zone }, '.']] : [];
  const counted: Sentence[] = group.counts
    ? [[`Counted as “${group.counts.label}” by `, { person: group.counts.by }, '.']]
    : [];
  const answered = answer ? whatWasAnswered(answer, people) : [];
  const before = earlier.map(answeredEarlier);
  return message(
    [wrote, ...waits, ...before, ...answered, ...(answer ? [[`“${answer.text}”`]] : []), ...counted],
    [
      richText(lines(wrote, ...waits, ...counted, ...before)),
      answer ? richText(lines(...answered), quote(cut(answer.text, shown.excerpt))) : null,
      buttons(proposedButtons(report)),
      buttons(groupButtons(report)),
    ],
  );
}

/** What stays of a card when a newer one of the same group stands further down. */
export function formerGroupCard({ example }: Pick<Group, 'example'>, link?: string): Message {
  const said: Sentence = [{ bold: quoted(example) }, ': ', { words: 'it goes on', link }, ' further down.'];
  return message([said], [richText(lines(said))]);
}

/** "12 people wrote “yes”" */
export function whoWroteIt({ group, people }: Pick<GroupReport, 'group' | 'people'>): string {
  const words = quoted(group.example);
  return people > 0
    ? `${inPeople(people)} wrote ${words}`
    : `Everybody who wrote ${words} has been seen to, or is in somebody’s hands.`;
}

function quoted(example: string): string {
  return `“${cut(oneLine(example), shown.name)}”`;
}

/** "@Ada answered 12 of 12 people earlier: “See you”" */
function answeredEarlier({ text, reached, of, ...who }: GroupReport['earlier'][number]): Sentence {
  return [
    ...whoAnswered(who),
    ` answered ${number(reached)} of ${inPeople(of)} earlier: “${cut(oneLine(text), limits.formerText)}”`,
  ];
}

function whoAnswered({ by, releasedBy }: Pick<AnswerReport, 'by' | 'releasedBy'>): Sentence {
  return releasedBy ? [{ person: by }, ' and ', { person: releasedBy }] : [{ person: by }];
}

/** `people`: who wait now. */
function whatWasAnswered(answer: AnswerReport, people: number): Sentence[] {
  const { of, reached, others, releasedBy } = answer;
  const who = whoAnswered(answer);
  // Whoever waits now may have written since, or not have been reached.
  const before: Sentence = people > 0 ? ['Before that, '] : [];
  const how = `${number(reached)} of ${inPeople(of)}`;
  switch (answer.state) {
    case 'proposed':
      return [
        [
          ...who,
          ` wants to answer ${inPeople(of)}. As it is typed and goes to more than ${mostTyped}, a colleague has to press Send:`,
        ],
      ];
    case 'sending':
      return [[...who, ` ${releasedBy ? 'are' : 'is'} answering them: ${how} so far.`]];
    case 'done':
      return [[...before, ...who, ` answered ${how}:`], ...others.map(notReached)];
    case 'interrupted':
      return [[...before, ...who, ` answered ${how}, then it was interrupted:`], ...others.map(notReached)];
  }
}

function notReached({ why, people, named }: NotReached): Sentence {
  const more = people > named.length ? [`${number(people - named.length)} more`] : [];
  return [`${inPeople(people)} ${whyWords[why](people)}: ${listed([...named.map(personName), ...more])}.`];
}

const whyWords: Record<NotReached['why'], (people: number) => string> = {
  waits: (people) => `${waitOrWaits(people)} for it still`,
  unconfirmed: () => 'may have got it or not, and will not get it twice',
  rejected: () => 'got nothing, as the SMS provider refused it',
  opted_out: () => 'got nothing, having opted out',
  wrote_again: () => 'got nothing, having written again',
  taken: () => 'got nothing, being in a colleague’s hands',
  no_value: () => 'got nothing, as the list lacks a value for the text',
  too_long: () => 'got nothing, as the text filled in is too long for them',
  cannot_be_texted: () => 'got nothing, as the number cannot be texted',
  not_sent: (people) => `got nothing, as it could not be sent just then, and ${waitOrWaits(people)} still`,
};

function waitOrWaits(people: number): string {
  return people === 1 ? 'waits' : 'wait';
}

function groupButtons(report: GroupReport) {
  const { campaign, group, people, answer } = report;
  const value = writeButtonValue({ on: 'group', campaignId: campaign.id, says: group.says });
  const about = (label: string, action: string) =>
    button({ label, action, value, spoken: `${label}: ${whoWroteIt(report)}` });
  const isBusy = answer?.state === 'proposed' || answer?.state === 'sending';
  const undo = group.counts ? about('Undo', actions.stopCounting) : null;
  if (people === 0) return [undo];
  const sure = confirmation({
    title: 'All handled?',
    text: cut(`Nobody has to answer them any more: ${whoWroteIt(report)}.`, limits.confirmText),
    confirm: 'All handled',
    deny: 'No',
    danger: false,
  });
  return [
    isBusy ? null : { ...about('Answer all', actions.answerAll), style: 'primary' as const },
    { ...about('All handled', actions.handleAll), confirm: sure },
    about('Show', actions.showGroup),
    group.counts ? undo : about('Count these', actions.countThese),
  ];
}

function proposedButtons({ campaign, group, answer }: GroupReport) {
  if (answer?.state !== 'proposed') return [];
  const value = writeButtonValue({ on: 'proposed', campaignId: campaign.id, says: group.says, answerId: answer.id });
  const send = button({
    label: `Send to ${number(answer.left)}`,
    action: actions.sendProposed,
    value,
    style: 'primary',
  });
  return [answer.left > 0 ? send : null, button({ label: 'Withdraw', action: actions.withdrawProposed, value })];
}
