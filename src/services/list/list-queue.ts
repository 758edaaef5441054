import { CampaignError } from '../../domain/campaign-error.ts';
import { oneAfterTheOther } from '../one-after-the-other.ts';

const mostWaiting = 10;
/** One being done and one waiting: a double click is no rush. */
const mostEach = 2;

type ListQueue = <T>(person: string, work: () => Promise<T>) => Promise<T>;

/**
 * Heavy work goes one at a time, in the order of arrival. Throws a CampaignError when too much waits, in all or of one
 * person.
 */
export function createListQueue(): ListQueue {
  const waiting: string[] = [];
  const inTurn = oneAfterTheOther();

  return (person, work) => {
    if (waiting.filter((one) => one === person).length >= mostEach) throw refused('still_reading');
    if (waiting.length >= mostWaiting) throw refused('busy');
    waiting.push(person);
    return inTurn(work).finally(() => waiting.splice(waiting.indexOf(person), 1));
  };
}

const refusals = {
  still_reading: 'Your last list is still being read. Wait for its preview, then press Preview again.',
  busy: `${mostWaiting} lists are waiting to be read. Press Preview again in a minute.`,
};

function refused(code: keyof typeof refusals): CampaignError {
  return new CampaignError(code, refusals[code], 'file');
}
