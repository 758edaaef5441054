import { CampaignError } from '../../src/domain/campaign-error.ts';
import { type ListVerdict, verdictOn } from './decide-list.ts';
import { receive, type TextVerdict } from './decide-texts.ts';
import { openDesk } from './desk.ts';
import { draftCampaign, sendCampaign } from './send-campaign.ts';

export type Step = { inbound: Record<string, unknown> } | { list: readonly string[] };

/** What happened step by step; `messaged`: the numbers that a message really left for. */
export type SequenceVerdict = {
  kind: 'sequence';
  right: string | null;
  steps: (TextVerdict | (ListVerdict & { messaged: string[] }))[];
};

/** Texts and lists one after the other, on one store: each list is approved and sent. */
export async function decideSequence(
  steps: readonly Step[],
  right: string | null,
  country: string,
  message: string,
): Promise<SequenceVerdict> {
  const desk = await openDesk(country);
  const done: SequenceVerdict['steps'] = [];
  try {
    for (const [no, step] of steps.entries()) {
      if ('inbound' in step) {
        done.push(await receive(desk, { inbound: step.inbound, right: null }, no));
        continue;
      }
      const before = desk.sent.length;
      try {
        const { campaign, rejected } = await draftCampaign(desk, message, step.list.join('\n'));
        const verdict = await verdictOn(desk, campaign, rejected);
        if (verdict.texted.length > 0) await sendCampaign(desk, campaign);
        done.push({ ...verdict, messaged: desk.sent.slice(before) });
      } catch (error) {
        if (!(error instanceof CampaignError)) throw error;
        done.push({
          kind: 'list',
          texted: [],
          notTexted: [],
          asks: [],
          refused: error.message,
          preview: [],
          messaged: [],
        });
      }
    }
    return { kind: 'sequence', right, steps: done };
  } finally {
    await desk.close();
  }
}
