import type { PhoneNumber } from '../../../domain/ids.ts';
import { alsoWritten } from '../../../domain/phone/also-written.ts';
import { formatPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { importedWith, type Suppression, undecided } from '../../../domain/reply/suppression.ts';
import { shown } from '../../limits.ts';
import { cut, inert, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';

type OptOutResult = {
  verb: 'check' | 'add' | 'remove';
  number: PhoneNumber;
  suppression?: Suppression | undefined;
  wasThere?: boolean;
  /** Words were entered with it. */
  isHeard?: boolean;
};

/** What the suppression list says of a number, or what was changed in it; in full, for only who typed it sees the answer. */
export function optOutAnswer(result: OptOutResult): Message {
  const sentence = answer(result);
  const other = alsoWritten(result.number);
  const told = other ? [...sentence, ` The same person is ${other}.`] : sentence;
  return message([told], [richText(lines(told))]);
}

function answer({ verb, number, suppression, wasThere, isHeard = false }: OptOutResult): Sentence {
  const dialled = formatPhoneNumber(number);
  if (verb === 'add') {
    const kept = isHeard ? ' What you heard is kept with it.' : '';
    return [`${dialled} is opted out now. Campaigns do not text it any more.${kept}`];
  }
  if (verb === 'remove') {
    return [
      wasThere
        ? `${dialled} is not opted out any more. Campaigns may text it from now on.`
        : `${dialled} was not opted out, so nothing changed.`,
    ];
  }
  if (!suppression) return [`${dialled} is not opted out. Campaigns may text it.`];
  const since: Sentence = [{ at: suppression.at, zone: 'UTC', withYear: true }];
  if (suppression.kind === 'held') {
    return [
      `${dialled} has been held since `,
      ...since,
      `: ${doubtOf(suppression)}. Nothing is sent to it until somebody decides in the thread; undecided for 24 hours, it is opted out.`,
    ];
  }
  return [
    `${dialled} has been opted out since `,
    ...since,
    ', ',
    ...source(suppression),
    `. ${noDate(suppression)}Campaigns do not text it.`,
    ...heard(suppression),
  ];
}

function doubtOf({ because }: Suppression): string {
  return because === 'reassigned'
    ? 'a text says that the person you meant does not have this number'
    : 'a text may have been an opt-out';
}

function source({ source, because }: Suppression): Sentence {
  const reassigned = because === 'reassigned' ? ': the person you meant does not have this number' : '';
  const file = importedWith(source);
  if (file !== undefined) return [`because it stood in ${oneLine(file)}, which somebody imported${reassigned}`];
  if (source === 'sms')
    return [`because ${reassigned === '' ? 'the person asked for it in a text' : `of a text from it${reassigned}`}`];
  if (source === 'carrier') return [`because the carrier reported it${reassigned}`];
  if (source === undecided) return [`because nobody decided about a text of it within 24 hours${reassigned}`];
  return ['because ', { person: source }, ` opted it out${reassigned}`];
}

function noDate({ undated }: Suppression): string {
  return undated ? 'The file did not tell when the person said so. ' : '';
}

function heard({ words }: Suppression): Sentence {
  if (!words) return [];
  const when = { at: words.at, zone: 'UTC', withYear: true };
  return [' ', { person: words.by }, ' noted at ', when, `: “${cut(inert(oneLine(words.said)), shown.excerpt)}”`];
}
