import { seededRandom } from '../random.ts';

/** How people answer by themselves: the share that does, what they write, and how long they take. */
export type AutoReplyPolicy = {
  /** Share of received messages that get an answer. */
  fraction: number;
  /** Of the answers: relative weights. */
  weights: { answer: number; question: number; stop: number };
  delayMs: readonly [shortest: number, longest: number];
  seed: number;
  answers?: readonly string[];
  questions?: readonly string[];
  stops?: readonly string[];
};

export type AutoReply = {
  text: string;
  afterMs: number;
};

/** Decides for each received message, by the seed alone, whether and what its phone writes back. */
export function createAutoReply(policy: AutoReplyPolicy): () => AutoReply | undefined {
  const random = seededRandom(policy.seed);
  const { answer, question, stop } = policy.weights;
  const [shortest, longest] = policy.delayMs;

  return () => {
    // All four draws always happen, so that the fraction can change without shifting the rest.
    const [replies, kind, word, delay] = [random(), random(), random(), random()];
    if (replies >= policy.fraction) return;
    const weight = kind * (answer + question + stop);
    const texts = weight < answer ? (policy.answers ?? answers) : pickOthers(policy, weight < answer + question);
    return {
      text: texts[Math.floor(word * texts.length)] ?? 'Ok',
      afterMs: shortest + delay * (longest - shortest),
    };
  };
}

const answers = [
  'Yes, I will be there',
  'Thanks!',
  'No, sorry, not this time',
  'Great, see you then',
  'Count me in 🎉',
];
const questions = ['What time does it start?', 'Can I bring a friend?', 'Where is it?', 'Who is this?'];
const stops = ['STOP', 'Stop', 'unsubscribe', 'Stop please'];

function pickOthers(policy: AutoReplyPolicy, isQuestion: boolean): readonly string[] {
  return isQuestion ? (policy.questions ?? questions) : (policy.stops ?? stops);
}
