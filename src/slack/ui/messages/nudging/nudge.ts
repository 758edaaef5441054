import { hoursOf } from '../../../../domain/campaign/pace-of.ts';
import { alikeInWords } from '../../../../domain/nudge/alike.ts';
import { answerWithinMs } from '../../../../domain/nudge/waits.ts';
import { durationInWords } from '../../../../domain/pace/duration.ts';
import type { NudgeReport } from '../../../../services/reports/waiting-reports.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { handsInWords } from '../../words/hands-words.ts';
import { count } from '../../words/number-words.ts';
import { shortName } from '../../words/short-name.ts';
import { thisIsFor } from '../for-whom.ts';

/** Replies that have waited too long. It is edited as they are answered, and is one short line once none is left. */
export function nudgeMessage(shown: NudgeReport): Message {
  const said = shown.named === null || shown.replies === 0 ? [overSentence(shown)] : sentences(shown);
  return message(said, [richText(lines(...said))]);
}

function overSentence({ campaign, step }: NudgeReport): Sentence {
  const name = shortName(campaign);
  if (step === 3) return [`Every reply to ${name} that was given to somebody here has been seen to.`];
  return [`Every reply to ${name} that was named here has been seen to, or is in somebody’s hands.`];
}

function sentences(shown: NudgeReport): Sentence[] {
  const { campaign, step, named } = shown;
  if (step < 3) return [[...howMany(shown), '.'], pressHere, ...thisIsFor(named ?? [])];
  const { orphans, owners, replies } = shown;
  const given: Sentence[] =
    owners.length > 0
      ? [
          [
            ...howMany(shown),
            `. ${replies - orphans === 1 ? 'It is' : 'They are'} in hand now: `,
            ...handsInWords(owners),
            '.',
          ],
          pressHere,
        ]
      : [[...howMany(shown), '.']];
  if (orphans === 0) return given;
  const gone = campaign.approval ? 'its approver and its author have left' : 'its author has left';
  return [
    ...given,
    [`${count(orphans, 'reply is', 'replies are')} in nobody’s hands: ${gone}, and no admin is named as a person.`],
    ...(owners.length > 0 ? [] : [pressHere]),
  ];
}

/** "12 replies (one group) to “Reunion” have waited longer than 1 hour, the first since 16:05 on 23 Nov (Europe/Berlin)" */
function howMany({ campaign, step, replies, alike, since }: NudgeReport): Sentence {
  const within = durationInWords((answerWithinMs(campaign) / 1_000) * step);
  const long = hoursOf(campaign) ? `${within} of sending hours` : within;
  const first: Sentence = since
    ? [replies === 1 ? ', since ' : ', the first since ', { at: since, zone: campaign.zone }]
    : [];
  return [
    `${count(replies, 'reply', 'replies')}${alikeInWords(replies, alike)} to ${shortName(campaign)} ${replies === 1 ? 'has' : 'have'} waited longer than ${long}`,
    ...first,
  ];
}

const pressHere: Sentence = ['Press Answer replies on the campaign’s message, or Handled where no answer is needed.'];
