import type { MessageShown } from '../slack/people/shown.ts';

type Post = Pick<MessageShown, 'ts' | 'buttons' | 'blocks' | 'thread'>;

/**
 * The running campaign, among several the one whose thread is open, and the names of the paused ones, which a person
 * who looks at a running one is not told.
 */
export function underWay<P extends Post>(posts: readonly P[], thread: string | null) {
  const run = posts.filter(({ buttons }) => buttons.includes('Pause'));
  const open = run.find(({ ts }) => ts === thread);
  const paused = open ? [] : posts.filter(({ buttons }) => buttons.includes('Resume'));
  return { running: open ?? run.at(-1), paused: paused.map(nameOfCampaign) };
}

/** As the header of its message gives it. */
function nameOfCampaign({ blocks }: Post): string {
  const text = blocks.find(({ type }) => type === 'header')?.text;
  return typeof text === 'object' ? text.text : 'A campaign';
}
