export { count, listed, number, people } from '../../../domain/number-words.ts';

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
