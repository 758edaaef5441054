import type { FormField } from '../domain/campaign-error.ts';

/** Every name that Slack and we know a thing by. The manifest and the listeners use only these. */
export const commands = { smsCampaign: '/sms-campaign' } as const;

export const shortcuts = { newCampaign: 'new_campaign', textThesePeople: 'text_these_people' } as const;

export const events = { homeOpened: 'app_home_opened' } as const;

/** Where Slack posts everything without Socket Mode. */
export const eventsPath = '/slack/events';

/** `callback_id`s of modals. */
export const views = {
  campaignForm: 'campaign_form',
  moreSettings: 'more_settings',
  readingList: 'reading_list',
  preview: 'preview',
  howTheyAgreed: 'how_they_agreed',
  testMessage: 'test_message',
  testCode: 'test_code',
  review: 'review',
  allMessages: 'all_messages',
  sendBack: 'send_back',
  reply: 'reply',
  counted: 'counted',
  cardOptOut: 'card_opt_out',
  cardPass: 'card_pass',
  cardOutcome: 'card_outcome',
  livesElsewhere: 'lives_elsewhere',
  answerReplies: 'answer_replies',
  passReply: 'pass_reply',
  group: 'group',
  answerGroup: 'answer_group',
  checkGroupAnswer: 'check_group_answer',
  countGroup: 'count_group',
  followUp: 'follow_up',
  sendAnyway: 'send_anyway',
  changePace: 'change_pace',
  reviewPace: 'review_pace',
  proposePace: 'propose_pace',
  importOptOuts: 'import_opt_outs',
  notice: 'notice',
} as const;

/** `action_id`s of buttons and menus. */
export const actions = {
  moreSettings: 'more_settings',
  useEarlierMessage: 'use_earlier_message',
  replaceMessage: 'replace_message',
  editCampaign: 'edit_campaign',
  sendTest: 'send_test',
  howTheyAgreed: 'how_they_agreed',
  usePlainCharacters: 'use_plain_characters',
  addWayOut: 'add_way_out',
  addName: 'add_name',
  showMessages: 'show_messages',
  showRules: 'show_rules',
  previousMessages: 'previous_messages',
  nextMessages: 'next_messages',
  decideList: 'decide_list',
  reviewCampaign: 'review_campaign',
  sendBack: 'send_back',
  cancelReading: 'cancel_reading',
  openCampaign: 'open_campaign',
  deleteDraft: 'delete_draft',
  pauseCampaign: 'pause_campaign',
  resumeCampaign: 'resume_campaign',
  cancelCampaign: 'cancel_campaign',
  sendAnyway: 'send_anyway',
  changePace: 'change_pace',
  reviewPace: 'review_pace',
  proposePace: 'propose_pace',
  usePace: 'use_pace',
  useBetterPace: 'use_better_pace',
  goOn: 'go_on',
  stopCanary: 'stop_canary',
  sendAgain: 'send_again',
  closeRecipient: 'close_recipient',
  closeRecipients: 'close_recipients',
  replyToPerson: 'reply_to_person',
  handleConversation: 'handle_conversation',
  optOutPerson: 'opt_out_person',
  keepTexting: 'keep_texting',
  moreOnPerson: 'more_on_person',
  showStrangers: 'show_strangers',
  showCounted: 'show_counted',
  previousCounted: 'previous_counted',
  nextCounted: 'next_counted',
  correctCounted: 'correct_counted',
  answerReplies: 'answer_replies',
  answerThese: 'answer_these',
  showOne: 'show_one',
  handleReply: 'handle_reply',
  skipReply: 'skip_reply',
  passReply: 'pass_reply',
  sendCanned: 'send_canned',
  sendCannedReply: 'send_canned_reply',
  optOutWriter: 'opt_out_writer',
  keepWriter: 'keep_writer',
  showNumber: 'show_number',
  showHistory: 'show_history',
  releaseReplies: 'release_replies',
  answerAll: 'answer_all',
  handleAll: 'handle_all',
  showGroup: 'show_group',
  previousInGroup: 'previous_in_group',
  nextInGroup: 'next_in_group',
  countThese: 'count_these',
  stopCounting: 'stop_counting',
  sendProposed: 'send_proposed',
  withdrawProposed: 'withdraw_proposed',
  newCampaign: 'new_campaign',
  copyCampaign: 'copy_campaign',
  followUp: 'follow_up',
  previousHome: 'previous_home',
  nextHome: 'next_home',
} as const;

/** `block_id` of each field that a sentence can stand under. */
export const fieldBlocks: Record<FormField, string> = {
  name: 'field_name',
  sender: 'field_sender',
  file: 'field_file',
  pasted: 'field_pasted',
  message: 'field_message',
  batchSize: 'field_batch_size',
  every: 'field_every',
  start: 'field_start',
  hours: 'field_hours',
  hold: 'field_hold',
  channel: 'field_channel',
  expected: 'field_expected',
  canned: 'field_canned',
  outcomes: 'field_outcomes',
  showColumns: 'field_show_columns',
  answerWithin: 'field_answer_within',
  leaveOut: 'field_leave_out',
  pace: 'field_pace',
  notAfter: 'field_not_after',
  canaryFirst: 'field_canary_first',
  canaryThen: 'field_canary_then',
  agreedHow: 'field_agreed_how',
  agreedWording: 'field_agreed_wording',
  agreedFrom: 'field_agreed_from',
  agreedTo: 'field_agreed_to',
  agreedHolder: 'field_agreed_holder',
  messageClass: 'field_message_class',
  nobodySaid: 'field_nobody_said',
  noOffer: 'field_no_offer',
  reply: 'field_reply',
  newOutcome: 'field_new_outcome',
  reason: 'field_reason',
  number: 'field_number',
  code: 'field_code',
  numbersFrom: 'field_numbers_from',
  country: 'field_country',
  textMarked: 'field_text_marked',
  folder: 'field_folder',
  cannedAnswer: 'field_canned_answer',
  livesIn: 'field_lives_in',
  livesZone: 'field_lives_zone',
  outcome: 'field_outcome',
  passTo: 'field_pass_to',
  others: 'field_others',
  result: 'field_result',
};

/** The field's block where a window shows one thing after the other: Slack keeps what was typed under a block's id. */
export function freshBlock(field: FormField, shows: string): string {
  return `${fieldBlocks[field]}:${shows}`;
}

export function isBlockOf(block: string, field: FormField): boolean {
  return block === fieldBlocks[field] || block.startsWith(`${fieldBlocks[field]}:`);
}

/** Each field's block holds one element with this `action_id`. */
export const fieldAction = 'value';

/** Slack wants an id for each button of a row. */
export function numbered(action: string, no: number): string {
  return `${action}:${no}`;
}

/** What listens to all of a row. */
export const anyNumbered = { sendCanned: /^send_canned:\d+$/, sendCannedReply: /^send_canned_reply:\d+$/ } as const;
