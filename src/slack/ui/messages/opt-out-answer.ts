import type { PhoneNumber } from '../../../domain/ids.ts';
import { alsoWritten } from '../../../domain/phone/also-written.ts';
import { formatPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';

type OptOutResult = {
  verb: 'check' | 'add' | 'remove';
  number: PhoneNumber;
  suppression?: Suppression | undefined;
  wasThere?: boolean;
};

/** What the suppression list says of a number, or what was changed in it; in full, for only who typed it sees the answer. */
export function optOutAnswer(result: OptOutResult): Message {
  const sentence = answer(result);
  const other = alsoWritten(result.number);
  const told = other ? [...sentence, ` The same person is ${other}.`] : sentence;
  return message([told], [richText(lines(told))]);
}

function answer({ verb, number, suppression, wasThere }: OptOutResult): Sentence {
  const shown = formatPhoneNumber(number);
  if (verb === 'add') return [`${shown} is opted out now. Campaigns do not text it any more.`];
  if (verb === 'remove') {
    return [
      wasThere
        ? `${shown} is not opted out any more. Campaigns may text it from now on.`
        : `${shown} was not opted out, so nothing changed.`,
    ];
  }
  if (!suppression) return [`${shown} is not opted out. Campaigns may text it.`];
  const since = { at: suppression.at, zone: 'UTC', withYear: true };
  if (suppression.kind === 'held') {
    return [
      `${shown} has been held since `,
      since,
      ': a text may have been an opt-out. Nothing is sent to it until somebody decides in the thread.',
    ];
  }
  return [
    `${shown} has been opted out since `,
    since,
    ', ',
    ...source(suppression.source),
    '. Campaigns do not text it.',
  ];
}

function source(source: string): Sentence {
  if (source === 'sms') return ['because the person asked for it in a text'];
  if (source === 'carrier') return ['because the carrier reported it'];
  return ['because ', { person: source }, ' opted it out'];
}
