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

  const inputOf = (block: string) => inputs.find((input) => input === block || input.startsWith(`${block}:`));
  const errors: Record<string, string> = {};
  const homeless: string[] = [];
  for (const [block, sentence] of Object.entries(formErrors(problem.fields))) {
    const input = inputOf(block);
    if (input === undefined) homeless.push(inPlainText(sentence));
    else errors[input] = inPlainText(sentence);
  }
  if (Object.keys(errors).length === 0) return { [first]: inPlainText(problem.sentence) };
  if (homeless.length > 0) errors[first] = [errors[first], ...homeless].filter(Boolean).join(' ');
  return errors;
}

/** Slack shows what stands under a field as it is: marks of code would be read as marks. */
function inPlainText(sentence: string): string {
  return sentence.replaceAll(/`([^`\n]+)`/g, '“$1”');
}
