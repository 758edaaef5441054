import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../src/domain/answering/answering-texts.ts';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import { proposalHash, writePace } from '../../../src/domain/campaign/change-of-pace.ts';
import { limitsOf } from '../../../src/domain/campaign/pace-of.ts';
import type { CampaignDoors } from '../../../src/services/campaigns/campaigns.ts';
import { aFormInput, consentTexts } from '../../support/builders.ts';
import { content } from '../scene.ts';
import { admins, approvers, sendersAnyway, type Try, team, writers, writersAndAdmins } from './refusals-by-role.ts';

const noAnswering = writeAnswering(nothingForeseen);

export const open = async (): Promise<never> => {
  throw new Error('nothing is stored in Slack here');
};

export const campaignDoors: Try<CampaignDoors> = {
  checkAuthor: ['shows', team, (doors, by) => doors.checkAuthor(by)],
  read: ['shows', team, (doors, by) => doors.read(aFormInput(), by)],
  draft: [
    'or lately',
    team,
    async (doors, by, { bench }) =>
      doors.draft({ content: await content(bench), source: '+12015550150', by, origin: by }),
  ],
  keepReading: ['shows', team, (doors, by) => doors.keepReading('V1.hash', by)],
  cancelReading: ['or lately', team, (doors, by) => doors.cancelReading('V1.hash', by)],
  copy: ['or lately', writersAndAdmins, (doors, by, { draft }) => doors.copy(draft.id, by)],
  earlierMessages: ['shows', team, (doors, by) => doors.earlierMessages(by, null)],
  results: ['shows', team, (doors, by, { running }) => doors.results(running.id, by)],
  checkEdit: ['shows', writers, (doors, by, { draft }) => doors.checkEdit(draft.id, by)],
  edit: [
    'or lately',
    writers,
    async (doors, by, { bench, draft }) =>
      doors.edit(draft.id, { content: await content(bench), source: null, by, seen: seenOf(draft) }),
  ],
  moreSettingsOf: [
    'shows',
    writers,
    (doors, by, { draft }) => doors.moreSettingsOf({ key: null, campaignId: draft.id }, by),
  ],
  keepMoreSettings: [
    'or lately',
    writers,
    (doors, by, { draft }) =>
      doors.keepMoreSettings({ key: 'key', campaignId: draft.id }, { typed: { ...noAnswering, leaveOut: '' }, by }),
  ],
  decideList: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.decideList(draft.id, { choices: {}, by, seen: seenOf(draft), open }),
  ],
  sendTest: ['again', writers, (doors, by, { draft }) => doors.sendTest(draft.id, { to: '+12015550150', by, key: by })],
  usePlainCharacters: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.usePlainCharacters(draft.id, { by, seen: seenOf(draft) }),
  ],
  addToText: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.addToText(draft.id, { by, seen: seenOf(draft), what: 'way_out' }),
  ],
  sayHowTheyAgreed: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.sayHowTheyAgreed(draft.id, { by, seen: seenOf(draft), typed: consentTexts() }),
  ],
  useBetterPace: [
    'or lately',
    writers,
    (doors, by, { draft }) =>
      doors.useBetterPace(draft.id, { by, seen: seenOf(draft), pace: { batchSize: 5, everySeconds: 300 } }),
  ],
  messages: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.messages(draft.id, { page: 0, by })],
  outlook: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.outlook(draft.id, by)],
  ownPhone: ['shows', team, (doors, by) => doors.ownPhone(by)],
  submit: ['again', writers, (doors, by, { draft }) => doors.submit(draft.id, { by, contentHash: contentHash(draft) })],
  openReview: [
    'shows',
    { ...approvers, author: undefined! },
    (doors, by, { waiting }) => doors.openReview(waiting.id, by),
  ],
  checkApprover: ['shows', approvers, (doors, by, { waiting }) => doors.checkApprover(waiting.id, by)],
  approve: [
    'again',
    approvers,
    (doors, by, { waiting }) =>
      doors.approve(waiting.id, { by, contentHash: contentHash(waiting), ticked: ['nobody_said'] }),
  ],
  sendBack: ['again', approvers, (doors, by, { waiting }) => doors.sendBack(waiting.id, { by, reason: 'The date' })],
  pause: ['or lately', team, (doors, by, { running }) => doors.pause(running.id, by)],
  resume: ['again', team, (doors, by, { running }) => doors.resume(running.id, by)],
  checkSendAnyway: ['shows', sendersAnyway, (doors, by, { held }) => doors.checkSendAnyway(held.id, by)],
  sendAnyway: [
    'again',
    sendersAnyway,
    (doors, by, { held }) => doors.sendAnyway(held.id, { batch: 1, by, reason: 'The doors open at six' }),
  ],
  proposePace: [
    'again',
    approvers,
    (doors, by, { waiting }) =>
      doors.proposePace(waiting.id, {
        by,
        typed: { batchSize: '10', every: '5m', hold: '5' },
        contentHash: contentHash(waiting),
      }),
  ],
  usePace: [
    'again',
    { ...team, approver: 'not_yours' },
    (doors, by, { sentBack }) => doors.usePace(sentBack.id, { by, contentHash: contentHash(sentBack) }),
  ],
  checkChangePace: ['shows', team, (doors, by, { running }) => doors.checkChangePace(running.id, by)],
  changePace: [
    'or lately',
    team,
    (doors, by, { running }) =>
      doors.changePace(running.id, { by, typed: { ...writePace(limitsOf(running)), batchSize: '40' }, seen: '/' }),
  ],
  reviewPace: ['shows', approvers, (doors, by, { proposed }) => doors.reviewPace(proposed.id, by)],
  approvePace: [
    'again',
    approvers,
    (doors, by, { proposed }) => doors.approvePace(proposed.id, { by, seen: proposalHash(proposed)! }),
  ],
  goOn: ['again', sendersAnyway, (doors, by, { tried }) => doors.goOn(tried.id, by)],
  stopCanary: ['again', team, (doors, by, { tried }) => doors.stopCanary(tried.id, by)],
  checkCancel: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.checkCancel(draft.id, by)],
  cancel: ['again', writersAndAdmins, (doors, by, { draft }) => doors.cancel(draft.id, by)],
  remove: ['again', writersAndAdmins, (doors, by, { draft }) => doors.remove(draft.id, by, contentHash(draft))],
  resolveUnconfirmed: [
    'again',
    admins,
    (doors, by, { running }) => doors.resolveUnconfirmed(running.id, 0, 'close', by),
  ],
  closeUnconfirmed: [
    'again',
    admins,
    (doors, by, { running }) => doors.closeUnconfirmed(running.id, { until: running.createdAt, by }),
  ],
  open: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.open(draft.id, by)],
  show: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.show(draft.id, by)],
  find: ['shows', team, (doors, by, { waiting }) => doors.find(waiting.id, by)],
  browse: ['shows', team, (doors, by) => doors.browse({ which: 'all', page: 1, by })],
};
