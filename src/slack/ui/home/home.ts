import type { HomeView, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Home, HomeLine } from '../../../services/reports/home.ts';
import { actions, commands } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { cut, inert } from '../parts/inert.ts';
import { header } from '../parts/message.ts';
import { lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';
import { number } from '../words/number-words.ts';
import { checklistBlocks } from './checklist.ts';
import { findingBlocks } from './findings.ts';
import { lineBlocks } from './lines.ts';

/** The app's Home tab: what a person can go on with. */
export function homeView(home: Home): HomeView {
  const isFirst = home.page === 0;
  return view(home.page, [
    ...(isFirst ? top(home) : []),
    ...(home.checklist ? checklistBlocks(home.checklist) : []),
    ...findingBlocks(home.findings),
    ...sections.flatMap(({ title, kinds, empty }) => {
      const found = home.lines.filter(({ kind }) => kinds.includes(kind));
      const isMissed = isFirst && home.pages === 1 && empty !== null;
      if (found.length === 0) return isMissed ? [header(title), richText(lines(empty))] : [];
      return [header(title), ...found.flatMap((line) => lineBlocks(line, home))];
    }),
    ...turnBlocks(home),
  ]);
}

/** In place of everything: why there is nothing to see. */
export function homeProblem(sentence: string): HomeView {
  return view(0, [richText(lines(readSentence(cut(inert(sentence), shown.sentence))))]);
}

const Metadata = z.object({ page: z.int().min(0) });

/** The page that the tab shows; tabs of before showed only one. */
export function readHomePage(view: { private_metadata?: string }): number {
  return view.private_metadata ? Metadata.parse(JSON.parse(view.private_metadata)).page : 0;
}

function view(page: number, blocks: KnownBlock[]): HomeView {
  return { type: 'home', private_metadata: JSON.stringify({ page } satisfies z.input<typeof Metadata>), blocks };
}

/** What stands where nothing of a kind is there; null: nothing. */
const sections: { title: string; kinds: HomeLine['kind'][]; empty: Sentence | null }[] = [
  {
    title: 'Waiting for you',
    kinds: ['approval', 'own'],
    empty: ['Nothing. What you are asked to approve and replies passed to you appear here.'],
  },
  {
    title: 'Open replies',
    kinds: ['replies'],
    empty: ['None. Replies that a person has to answer appear here.'],
  },
  {
    title: 'Your drafts',
    kinds: ['draft'],
    empty: ['None. Press New campaign: what you preview there is kept here.'],
  },
  {
    title: 'Under way',
    kinds: ['under_way'],
    empty: ['No campaign. One starts once somebody else has approved it.'],
  },
  { title: 'Recent', kinds: ['recent'], empty: null },
];

function top({ mayWrite }: Home): KnownBlock[] {
  const row = buttons([
    mayWrite ? button({ label: 'New campaign', action: actions.newCampaign, value: 'new', style: 'primary' }) : null,
  ]);
  const more: Sentence = [{ code: `${commands.smsCampaign} help` }, ' tells what can be typed in any channel.'];
  return [...(row ? [row] : []), richText(lines(more))];
}

function turnBlocks({ page, pages }: Home): KnownBlock[] {
  if (pages === 1) return [];
  const turn = (label: string, action: string, to: number) =>
    button({ label, action, value: writeButtonValue({ on: 'home', page: to }) });
  const row = buttons([
    page > 0 ? turn('Previous', actions.previousHome, page - 1) : null,
    page + 1 < pages ? turn('Next', actions.nextHome, page + 1) : null,
  ]);
  return [richText(lines([`Page ${number(page + 1)} of ${number(pages)}`])), ...(row ? [row] : [])];
}
