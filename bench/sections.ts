import type { Section } from './run/section.ts';
import { costCurve } from './sections/cost-curve.ts';
import { listImport } from './sections/import.ts';
import { limiter } from './sections/limiter.ts';
import { restart } from './sections/restart.ts';
import { sending } from './sections/sending.ts';
import { webhooks } from './sections/webhooks.ts';
import { approvalWhole, flatOutWhole, limitWhole, quietWhole } from './sections/whole.ts';

/** In the order of the report. */
export const sections: readonly Section[] = [
  flatOutWhole,
  limitWhole,
  quietWhole,
  approvalWhole,
  sending,
  listImport,
  limiter,
  webhooks,
  restart,
  costCurve,
];
