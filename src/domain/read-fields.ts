import { CampaignError, FormError, type FormField } from './campaign-error.ts';

/** Reads a form field by field: what is wrong in one hides nothing in the others. */
export function createFieldReader() {
  const problems = new Map<FormField, string>();
  return {
    /** What `reader` gives; undefined where it throws a CampaignError, which is kept for the field. */
    read: <T>(field: FormField, reader: () => T): T | undefined => {
      try {
        return reader();
      } catch (error) {
        if (!(error instanceof CampaignError)) throw error;
        problems.set(field, error.message);
        return undefined;
      }
    },
    /** Throws one FormError that names every wrong field. */
    refuseProblems: (): void => {
      if (problems.size > 0) throw new FormError(problems);
    },
  };
}
