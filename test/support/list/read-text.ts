import { type ReadList, readRecipients } from '../../../src/domain/list/read-list.ts';
import type { ListChoices } from '../../../src/domain/list/reading.ts';

/** People of whom the tests tell: a row's texted number by its last four digits, and its first value. */
export function texted(list: ReadList): string[] {
  return list.recipients.map(({ number, values }) =>
    [number.slice(-4), values.find((value) => value !== '')].filter(Boolean).join(' '),
  );
}

/** A list as a file of this text gives it. */
export function read(text: string, country = 'US', choices: ListChoices = {}): Promise<ReadList> {
  return readRecipients(
    (async function* () {
      yield new TextEncoder().encode(text);
    })(),
    { country, choices },
  );
}
