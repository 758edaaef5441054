import { z } from 'zod';
import { isCountry } from './domain/rules/places.ts';

/** What stands between the commas. */
export function listed(text: string): string[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter(Boolean);
}

/** COUNTRIES: where campaigns go without an admin. */
export const Countries = z
  .string()
  .default('')
  .transform(listed)
  .refine((list) => list.every(isCountry), 'list country codes of two capital letters, separated by commas: US,CA.');

/** BUSINESS_NAME: what the sender is called in texts, the name that is used first. */
export const BusinessNames = z
  .string()
  .default('')
  .transform(listed)
  .refine(
    (list) => list.every((name) => /^[\p{L}\p{N}][^{}\n]{0,39}$/u.test(name)),
    'write names as texts say them, at most 40 characters each, separated by commas: Acme,Acme Books.',
  );
