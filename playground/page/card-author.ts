import { people } from '../playground.ts';

/** The author of a review card's campaign: they may not approve it, and they get it back. */
export function cardAuthor(card: { readonly text: string } | undefined): string | null {
  if (!card) return null;
  const named = /@(\w+) (?:asks|can edit it)/.exec(card.text)?.[1]?.toLowerCase();
  return people.find(({ name }) => name === named)?.name ?? people[0].name;
}
