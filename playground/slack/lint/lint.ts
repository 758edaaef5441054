import { blocks as blockRules } from './blocks.ts';
import { limits } from './limits.ts';
import { plainText } from './objects.ts';
import { anything, boolean, byType, isObject, list, object, type Report, type Rule, string } from './rules.ts';
import type { Surface } from './surfaces.ts';
import { lintTogether } from './together.ts';

/** One broken rule of Block Kit: where, Slack's sentence, and the error the Web API answers with. */
export type LintProblem = {
  readonly pointer: string;
  readonly message: string;
  readonly code: 'invalid' | 'msg_blocks_too_long' | 'view_too_large' | 'no_text' | 'too_many_attachments';
};

/** Everything wrong with a list of blocks on that surface; an empty list is fine. */
export function lintBlocks(blocks: unknown, surface: Surface, at = '/blocks'): LintProblem[] {
  return collect((report) => {
    const most = surface === 'message' ? limits.blocksPerMessage : limits.blocksPerView;
    list(byType(blockRules), most, 0)(blocks, at, report);
    if (Array.isArray(blocks)) lintTogether(blocks, surface, at, report);
  });
}

const shared: Record<string, Rule> = {
  type: anything,
  blocks: anything,
};
const sharedOptional: Record<string, Rule> = {
  private_metadata: string(limits.privateMetadata, 0),
  callback_id: string(limits.id, 0),
  external_id: string(limits.id, 0),
};
const viewRules = byType({
  modal: object(
    { ...shared, title: plainText(limits.viewTitle) },
    {
      ...sharedOptional,
      submit: plainText(limits.viewTitle),
      close: plainText(limits.viewTitle),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
  home: object(shared, sharedOptional),
});

/** Everything wrong with a modal or a Home view. */
export function lintView(view: unknown, at = '/view'): LintProblem[] {
  const problems = collect((report) => {
    viewRules(view, at, report);
    if (isObject(view) && view.type === 'modal' && hasInputs(view.blocks) && !view.submit)
      report(at, 'missing required field: submit');
  });
  if (!isObject(view)) return problems;
  const surface: Surface = view.type === 'home' ? 'home' : 'modal';
  problems.push(...lintBlocks(view.blocks, surface, `${at}/blocks`));
  if (Buffer.byteLength(JSON.stringify(view)) > limits.viewBytes)
    problems.push({ pointer: at, message: 'view is larger than 250 KB', code: 'view_too_large' });
  return problems;
}

/** Everything wrong with the content of a message. */
export function lintMessage(message: { text?: unknown; blocks?: unknown; attachments?: unknown }): LintProblem[] {
  const { text, blocks, attachments } = message;
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  const hasAttachments = Array.isArray(attachments) && attachments.length > 0;
  const problems = blocks === undefined ? [] : lintBlocks(blocks, 'message');
  if (!hasBlocks && !hasAttachments && (typeof text !== 'string' || text.trim() === ''))
    problems.push({ pointer: '/text', message: 'a message needs text or blocks', code: 'no_text' });
  if (hasAttachments && attachments.length > limits.attachments)
    problems.push({ pointer: '/attachments', message: 'too many attachments', code: 'too_many_attachments' });
  const total = hasBlocks ? textIn(blocks) : 0;
  if (total > limits.textPerMessage)
    problems.push({
      pointer: '/blocks',
      message: `${total} characters of text in blocks`,
      code: 'msg_blocks_too_long',
    });
  return problems;
}

/** As the Web API prints a problem in `response_metadata.messages`. */
export function printProblem({ pointer, message }: LintProblem): string {
  return `[ERROR] ${message} [json-pointer:${pointer}]`;
}

function collect(run: (report: Report) => void): LintProblem[] {
  const problems: LintProblem[] = [];
  run((pointer, message) => problems.push({ pointer, message, code: 'invalid' }));
  return problems;
}

function hasInputs(blocks: unknown): boolean {
  return Array.isArray(blocks) && blocks.some((block) => isObject(block) && block.type === 'input');
}

function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textIn(one), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [field, part]) => sum + (field === 'text' && typeof part === 'string' ? part.length : textIn(part)),
    0,
  );
}
