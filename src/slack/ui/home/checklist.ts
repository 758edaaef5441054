import type { KnownBlock } from '@slack/types';
import type { ChecklistItem } from '../../../services/reports/checklist.ts';
import { header } from '../parts/message.ts';
import { lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';

/** What is left to set up, and how; it goes once everything is done. */
export function checklistBlocks(items: readonly ChecklistItem[]): KnownBlock[] {
  const said = items.map(({ what, isDone }): Sentence => {
    const { done, open } = steps[what];
    return isDone ? [`✓ ${done}`] : [{ bold: 'To do: ' }, ...readSentence(open)];
  });
  return [header('Left to set up'), richText(lines(...said))];
}

const steps: Record<ChecklistItem['what'], { done: string; open: string }> = {
  admins: { done: 'Admins are named.', open: 'Set `ADMINS` to who may lift opt-outs and export numbers.' },
  approvers: {
    done: 'There is somebody to approve what others write.',
    open: 'Name two people or a group in `APPROVERS`: nobody approves what they wrote themselves.',
  },
  inbox: {
    done: 'Texts of no campaign have a channel.',
    open: 'Set `INBOX_CHANNEL`: without it texts of no campaign go to the newest campaign’s channel, or wait until there is one.',
  },
  test: {
    done: 'You have sent a test message.',
    open: 'Send a test to your own phone: New campaign, Preview, Send test to me.',
  },
  receipts: {
    done: 'Delivery receipts arrive.',
    open: 'No delivery receipt has come yet. If none comes after a test, set the status webhook at Vonage to `/vonage/status` on your address.',
  },
  texts: {
    done: 'Texts from phones arrive.',
    open: 'No text from a phone has come yet. Answer a test; if nothing comes, set the inbound webhook at Vonage to `/vonage/inbound` on your address.',
  },
};
