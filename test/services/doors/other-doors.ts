import type { ReminderDoors } from '../../../src/services/nudging/reminders.ts';
import type { AnsweringDoors } from '../../../src/services/replies/answering.ts';
import type { GroupDoors } from '../../../src/services/replies/groups/groups.ts';
import type { InboxDoors } from '../../../src/services/replies/inbox.ts';
import type { OptOuts } from '../../../src/services/replies/opt-outs.ts';
import type { OutcomeDoors } from '../../../src/services/replies/outcomes.ts';
import type { HomeDoors } from '../../../src/services/reports/home.ts';
import type { ReportDoors } from '../../../src/services/reports/reports.ts';
import { members, type Scene } from '../scene.ts';
import { admins, counters, type Try, team } from './refusals-by-role.ts';

export const reportDoors: Try<ReportDoors> = {
  status: ['shows', team, (doors, by, { running }) => doors.status(running.id, by)],
  showCounted: ['shows', team, (doors, by, { running }) => doors.showCounted(running.id, by)],
  why: ['shows', team, (doors, by) => doors.why('+12015550150', by)],
  rules: ['shows', team, (doors, by) => doors.rules('+12015550150', by)],
  exportCsv: ['again', admins, (doors, by, { running }) => doors.exportCsv(running.id, by)],
};

export const homeDoors: Try<HomeDoors> = {
  home: ['shows', team, (doors, by) => doors.home({ page: 0, by })],
};

export const inboxDoors: Try<InboxDoors & OutcomeDoors & GroupDoors> = {
  open: ['shows', team, (doors, by, { talk }) => doors.open(talk, by)],
  openToAnswer: ['shows', team, (doors, by, { talk }) => doors.openToAnswer(talk, by)],
  showNumber: ['or lately', team, (doors, by, { talk }) => doors.showNumber(talk, by)],
  answer: ['or lately', team, (doors, by, { talk }) => doors.answer(talk, { text: 'See you', by, key: by })],
  handle: ['or lately', team, (doors, by, { talk }) => doors.handle(talk, by)],
  optOut: ['or lately', team, (doors, by, { talk }) => doors.optOut(talk, by)],
  keep: ['again', team, (doors, by, { talk }) => doors.keep(talk, by)],
  showStrangers: ['shows', team, (doors, by) => doors.showStrangers(by)],
  reopen: ['or lately', team, (doors, by, { talk }) => doors.reopen(talk, by)],
  setOutcome: ['or lately', team, (doors, by, { talk }) => doors.setOutcome(talk, { label: null, by })],
  whereTheyAre: ['or lately', team, (doors, by, { talk }) => doors.whereTheyAre(talk, by)],
  livesElsewhere: [
    'or lately',
    team,
    (doors, by, { talk }) => doors.livesElsewhere(talk, { livesIn: 'Colorado', zone: '', by }),
  ],
  showGroup: ['shows', team, (doors, by, scene) => doors.showGroup(sameWords(scene), by)],
  handleGroup: ['or lately', team, (doors, by, scene) => doors.handleGroup(sameWords(scene), by)],
  previewAnswer: [
    'shows',
    team,
    (doors, by, scene) => doors.previewAnswer(sameWords(scene), { answer: { typed: 'See you' }, by }),
  ],
  answerGroup: [
    'again',
    team,
    (doors, by, scene) =>
      doors.answerGroup(sameWords(scene), {
        answer: { typed: 'See you' },
        of: 3,
        until: '2026-11-23T14:40:00.000Z',
        key: by,
        by,
      }),
  ],
  releaseAnswer: ['again', team, (doors, by, scene) => doors.releaseAnswer(sameWords(scene), 'answer', by)],
  withdrawAnswer: ['or lately', team, (doors, by, scene) => doors.withdrawAnswer(sameWords(scene), 'answer', by)],
  checkCounter: ['shows', counters, (doors, by, scene) => doors.checkCounter(sameWords(scene), by)],
  countGroup: ['again', counters, (doors, by, scene) => doors.countGroup(sameWords(scene), { label: 'Yes', by })],
  stopCounting: ['or lately', team, (doors, by, scene) => doors.stopCounting(sameWords(scene), by)],
};

export const answeringDoors: Try<AnsweringDoors> = {
  next: ['shows', team, (doors, by, { running }) => doors.next(running.id, { by })],
  release: ['shows', team, (doors, by, { talk }) => doors.release(talk, by)],
  releaseAll: ['again', admins, (doors, by) => doors.releaseAll(members.author.id, by)],
  pass: ['or lately', team, (doors, by, { talk }) => doors.pass(talk, { to: members.approver.id, by })],
  whereSomebodyWaits: ['shows', team, (doors, by) => doors.whereSomebodyWaits(by)],
};
/** What nobody has written yet: whoever may act is told that there is no such group. */
const sameWords = ({ running }: Scene) => ({ campaignId: running.id, says: 'yes' });

export const optOutDoors: Try<OptOuts> = {
  check: ['shows', team, (doors, by) => doors.check('+12015550150', by)],
  add: ['or lately', team, (doors, by) => doors.add('+12015550150', by)],
  checkImport: ['shows', team, (doors, by) => doors.checkImport(by)],
  importFiles: ['or lately', team, (doors, by) => doors.importFiles([], by)],
  exportCsv: ['again', admins, (doors, by) => doors.exportCsv(by)],
  remove: ['again', admins, (doors, by) => doors.remove('+12015550150', { by, because: 'Asked for it in writing' })],
};

export const reminderDoors: Try<ReminderDoors> = {
  reminderOf: ['shows', team, (doors, by) => doors.reminderOf(by)],
  setReminder: ['shows', team, (doors, by) => doors.setReminder('09:00', by)],
};
