import { type ApiKey, sha256Of } from '../../../src/domain/api-key.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import type { Uploads } from '../../../src/ports/uploads.ts';
import type { ApiCampaigns } from '../../../src/services/api/api-campaigns.ts';
import type { ApiKeyDoors } from '../../../src/services/api/api-keys.ts';
import type { SentInTexts } from '../../../src/services/api/read-sent-in.ts';
import type { SendingIn } from '../../../src/services/api/sending-in.ts';
import { aFormInput, channel } from '../../support/builders.ts';
import { admins, type Try, team } from './refusals-by-role.ts';

export const apiKeyDoors: Try<ApiKeyDoors> = {
  addKey: ['again', admins, (doors, by) => doors.addKey({ name: 'CRM', channel, seesNumbers: false }, by)],
  showKeys: ['shows', admins, (doors, by) => doors.showKeys(by)],
  revokeKey: ['or lately', admins, (doors, by) => doors.revokeKey('CRM', by)],
};

export const sendingInDoors: Try<SendingIn> = {
  checkSentIn: ['again', team, (doors, by) => doors.checkSentIn(keyOf(by), { texts, by })],
  sendIn: ['again', team, (doors, by) => doors.sendIn(keyOf(by), { texts, uploadId: 'upload-1', repeat: null, by })],
};

export const apiCampaignDoors: Try<ApiCampaigns> = {
  showCampaign: ['shows', team, (doors, by, { running }) => doors.showCampaign(keyOf(by), running.id, by)],
  showCampaigns: ['shows', team, (doors, by) => doors.showCampaigns(keyOf(by), { from: null, limit: 9, by })],
  showRecipients: [
    'shows',
    team,
    (doors, by, { running: { id } }) => doors.showRecipients(keyOf(by), { id, from: 0, limit: 9, by }),
  ],
  showReplies: [
    'shows',
    team,
    (doors, by, { running: { id } }) => doors.showReplies(keyOf(by), { id, from: null, limit: 9, by }),
  ],
  pauseCampaign: ['or lately', team, (doors, by, { running }) => doors.pauseCampaign(keyOf(by), running.id, by)],
  cancelCampaign: ['again', team, (doors, by, { running }) => doors.cancelCampaign(keyOf(by), running.id, by)],
  optOutMany: [
    'or lately',
    team,
    (doors, by) => doors.optOutMany(keyOf(by), { numbers: ['+12015550150'], said: '', by }),
  ],
};

/** One list, again and again. */
export const oneList: Uploads = {
  keep: async () => ({ id: 'upload-1' }),
  open: async () => list(),
  drop: async () => {},
  dropAllBut: async () => {},
};

async function* list(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('phone\n+12015550151\n');
}

function keyOf(madeBy: UserId): ApiKey {
  const madeAt = '2026-11-23T14:40:00.000Z';
  return { id: 'crmcrmcr', name: 'CRM', sha256: sha256Of('x'), madeBy, madeAt, channel };
}

const texts: SentInTexts = {
  ...aFormInput({ message: 'Hi! Reply STOP to opt out.', start: '' }),
  expected: '',
  canned: '',
  outcomes: '',
  showColumns: '',
  answerWithin: '',
  leaveOut: '',
  pace: '',
  notAfter: '',
  canaryFirst: '',
  canaryThen: 'wait',
  zone: '',
  agreedHow: '',
  agreedWording: '',
  agreedFrom: '',
  agreedTo: '',
  agreedHolder: '',
  messageClass: 'marketing',
};
