import type { FormField } from '../../domain/campaign-error.ts';
import { formErrors } from '../ui/modals/campaign-form.ts';

/** Each of the problem's fields is in another window: then the form itself has to say where. */
export function isElsewhere(
  { fields }: { fields: ReadonlyMap<FormField, string> },
  inputs: readonly string[],
): boolean {
  const blocks = Object.keys(formErrors(fields));
  return blocks.length > 0 && blocks.every((block) => !inputs.includes(block));
}

/**
 * Each sentence by its input block. Those that belong to no input of this form stand under its first one, so that
 * nothing goes unsaid. Undefined when the form has no inputs.
 */
export function fieldErrors(
  problem: { sentence: string; fields: ReadonlyMap<FormField, string> },
  inputs: readonly string[],
): Record<string, string> | undefined {
  const first = inputs[0];
  if (first === undefined) return undefined;

  const placed = Object.entries(formErrors(problem.fields)).filter(([block]) => inputs.includes(block));
  if (placed.length === 0) return { [first]: problem.sentence };

  const homeless = [...problem.fields].filter(
    ([field]) => !Object.keys(formErrors(new Map([[field, '']]))).some((block) => inputs.includes(block)),
  );
  const errors = Object.fromEntries(placed);
  if (homeless.length > 0) {
    errors[first] = [errors[first], ...homeless.map(([, sentence]) => sentence)].filter(Boolean).join(' ');
  }
  return errors;
}
