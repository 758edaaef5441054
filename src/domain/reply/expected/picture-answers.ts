import type { AnswerWords } from './answer-words.ts';
import { usual } from './known-phrases.ts';
import type { Mood, Part } from './part.ts';
import { friendlyPictures, joyfulPictures, noPictures, sadPictures, yesPictures } from './vocabulary/pictures.ts';

/** An emoji is an answer if the author listed it, and otherwise a mood. */
export function readPicture(picture: string, words: AnswerWords): Part {
  const label = words.own.get(picture);
  const base = {
    phrase: picture,
    label,
    languages: [],
    courtesies: new Set<never>(),
    isAcknowledgement: false,
    isOnlyBeside: false,
  };
  const mood = moodOf(picture);
  const means = mood === 'yes' || mood === 'no' ? mood : usual.get(picture)?.means;
  return { ...base, means, mood, as: label === undefined ? 'mood' : 'answer', isOwn: label !== undefined };
}

/** A thumb alone says yes or no, and as "OK" perhaps only that the text was seen. */
export function signsAsAnswers(pictures: readonly Part[], words: AnswerWords): Part[] {
  return pictures.flatMap((picture) =>
    picture.mood === 'yes' || picture.mood === 'no'
      ? [{ ...picture, as: 'answer', label: words[picture.mood], isAcknowledgement: true }]
      : [],
  );
}

/** "No 👍" and "yes 😢" are for a person. */
export function picturesAgree(pictures: readonly Part[], means: Part['means']): boolean {
  return pictures.every(({ as, mood }) => {
    if (as === 'answer' || mood === 'friendly') return true;
    if (mood === 'joyful' || mood === 'yes') return means !== 'no';
    return (mood === 'sad' || mood === 'no') && means === 'no';
  });
}

function moodOf(picture: string): Mood {
  if (yesPictures.has(picture)) return 'yes';
  if (noPictures.has(picture)) return 'no';
  if (friendlyPictures.has(picture)) return 'friendly';
  if (joyfulPictures.has(picture)) return 'joyful';
  return sadPictures.has(picture) ? 'sad' : 'other';
}
