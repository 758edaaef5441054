import { answeringBreaches } from './breaches/answering.ts';
import { apiBreaches } from './breaches/api.ts';
import { authorityBreaches } from './breaches/authority.ts';
import { canaryBreaches } from './breaches/canary.ts';
import { doorsBreaches } from './breaches/doors.ts';
import { folderBreaches } from './breaches/folder.ts';
import { forgottenBreaches } from './breaches/forgotten.ts';
import { groupsBreaches } from './breaches/groups.ts';
import { integrityBreaches } from './breaches/integrity.ts';
import { listsBreaches } from './breaches/lists.ts';
import { measureBreaches } from './breaches/measure.ts';
import { moneyBreaches } from './breaches/money.ts';
import { outboxBreaches } from './breaches/outbox.ts';
import { ownerBreaches } from './breaches/owner.ts';
import { playgroundBreaches } from './breaches/playground.ts';
import { hoursBreaches, optOutsBreaches, rulesBreaches } from './breaches/rules.ts';
import { slackBreaches } from './breaches/slack.ts';
import { stopsBreaches } from './breaches/stops.ts';
import { teamBreaches } from './breaches/team.ts';
import { wordsBreaches } from './breaches/words.ts';
import { knownBesidesSending } from './known/besides-sending.ts';
import { knownInSending } from './known/sending.ts';

/** What was once wrong, here or elsewhere, and must be caught if it comes back. */
export const bugs = [
  ...knownInSending,
  ...knownBesidesSending,
  ...ownerBreaches,
  ...integrityBreaches,
  ...folderBreaches,
  ...slackBreaches,
  ...playgroundBreaches,
  ...outboxBreaches,
  ...measureBreaches,
  ...moneyBreaches,
  ...doorsBreaches,
  ...authorityBreaches,
  ...listsBreaches,
  ...wordsBreaches,
  ...rulesBreaches,
  ...stopsBreaches,
  ...optOutsBreaches,
  ...hoursBreaches,
  ...answeringBreaches,
  ...forgottenBreaches,
  ...groupsBreaches,
  ...teamBreaches,
  ...canaryBreaches,
  ...apiBreaches,
];
