import type { HomeView } from '@slack/types';
import { homeProblem, homeView } from '../../../../src/slack/ui/home/home.ts';
import type { Data } from '../worst/data.ts';
import { worstHome } from '../worst/home.ts';

const homeKinds = ['approval', 'own', 'replies', 'draft', 'under_way', 'recent'] as const;

/** The Home tab, full of entries of each kind, and empty. */
export function everyHome(data: Data): [string, HomeView][] {
  return [
    ...homeKinds.flatMap((kind): [string, HomeView][] => [
      [`home, ${kind}`, homeView(worstHome(data, kind))],
      [`home, ${kind}, last page`, homeView(worstHome(data, kind, { page: 39 }))],
    ]),
    ['home, nothing yet', homeView(worstHome(data, 'draft', { lines: [], pages: 1 }))],
    ['home, a problem', homeProblem(data.text)],
  ];
}
