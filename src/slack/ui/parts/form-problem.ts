import type { InputBlock, KnownBlock } from '@slack/types';
import type { FormField } from '../../../domain/campaign-error.ts';
import { fieldBlocks } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { cut } from './inert.ts';
import { plain } from './message.ts';

export type FormProblem = { sentence: string; field?: FormField | undefined };

/** Slack shows errors at fields only while the form is open; later the sentence stands above its field, and the top points to it. */
export function withProblem(problem: FormProblem | undefined, hadFile: boolean, blocks: KnownBlock[]): KnownBlock[] {
  if (!problem) return blocks;
  const sentence = cut(problem.sentence, shown.sentence);
  const again = hadFile ? ' Only files have to be chosen again.' : '';
  const block = problem.field && fieldBlocks[problem.field];
  const at = blocks.findIndex(({ block_id }) => block_id !== undefined && block_id === block);
  if (at <= 0) return [plain(`⚠️ ${sentence} What you typed is still here.${again}`), ...blocks];
  const { label } = blocks[at] as InputBlock;
  const top = `⚠️ Nothing is saved yet: see above “${label.text}”. What you typed is still here.${again}`;
  return [plain(top), ...blocks.slice(0, at), plain(sentence), ...blocks.slice(at)];
}
