import type { Compared } from './judge.ts';
import type { Outcome } from './run-world.ts';

const size = { width: 720, height: 420, left: 60, bottom: 50, top: 20, right: 20 };
const most = { minutes: 800, open: 300 };

/** A dot for each world and policy: when the last text left, and how many replies were open at the worst moment. */
export function pictureOf(results: readonly Compared[]): string {
  const dots = (name: string, colour: string, of: (one: Compared) => Outcome, at: number) => [
    `<circle cx="${size.width - 170}" cy="${size.top + 20 + at * 20}" r="4" fill="${colour}"/>`,
    `<text x="${size.width - 160}" y="${size.top + 24 + at * 20}">${name}</text>`,
    ...results.map((one) => {
      const { finish, mostOpen } = of(one);
      return `<circle cx="${x(finish)}" cy="${y(mostOpen)}" r="3" fill="${colour}" fill-opacity="0.6"/>`;
    }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">`,
    '<title>When the last text left, and the most replies open, in each world</title>',
    `<rect width="${size.width}" height="${size.height}" fill="#fff"/>`,
    ...[0, 200, 400, 600, 800].map(
      (at) => `<text x="${x(at)}" y="${size.height - 30}" text-anchor="middle">${at}</text>`,
    ),
    ...[0, 100, 200, 300].map((at) => `<text x="${size.left - 10}" y="${y(at) + 4}" text-anchor="end">${at}</text>`),
    `<text x="${x(400)}" y="${size.height - 10}" text-anchor="middle">Last text, minutes after the first</text>`,
    `<text x="15" y="${y(150)}" text-anchor="middle" transform="rotate(-90 15 ${y(150)})">Most open replies</text>`,
    `<path d="M${x(0)} ${y(10)}H${x(800)}" stroke="#888" stroke-dasharray="4"/>`,
    ...dots('Fixed pace', '#c0392b', ({ fixed }) => fixed, 0),
    ...dots('The hold alone', '#e0a030', ({ held }) => held, 1),
    ...dots('Follow the team', '#2471a3', ({ team }) => team, 2),
    '</svg>',
    '',
  ].join('\n');
}

function x(minutes: number): number {
  const share = Math.min(1, minutes / most.minutes);
  return Math.round(size.left + share * (size.width - size.left - size.right));
}

function y(open: number): number {
  const share = Math.min(1, open / most.open);
  return Math.round(size.height - size.bottom - share * (size.height - size.bottom - size.top));
}
