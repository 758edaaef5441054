import type { Bar, Line, Picture } from '../run/section.ts';
import { number } from './text-table.ts';

const width = 720;
const colours = { ours: '#2471a3', others: '#b0b7bd', lines: ['#2471a3', '#c0392b', '#27845a', '#e0a030'] };

/** A picture as SVG text. */
export function svgOf(picture: Picture): string {
  const drawn = picture.kind === 'bars' ? bars(picture.bars, picture.unit) : lines(picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${drawn.height}" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(picture.title)}</title>`,
    `<rect width="${width}" height="${drawn.height}" fill="#fff"/>`,
    `<text x="10" y="20" font-weight="bold">${escaped(picture.title)}</text>`,
    ...drawn.parts,
    '</svg>',
    '',
  ].join('\n');
}

function bars(all: readonly Bar[], unit: string): Drawn {
  const [left, right, rowHeight] = [230, 110, 24];
  const most = Math.max(...all.map(({ value }) => value), Number.MIN_VALUE);
  const parts = all.flatMap(({ name, value, isOurs }, at) => {
    const y = 34 + at * rowHeight;
    const length = Math.max(1, Math.round((value / most) * (width - left - right)));
    return [
      `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${left}" y="${y + 3}" width="${length}" height="${rowHeight - 8}" fill="${isOurs ? colours.ours : colours.others}"/>`,
      `<text x="${left + length + 6}" y="${y + 15}">${number(value, value < 10 ? 2 : 0)}${escaped(unit)}</text>`,
    ];
  });
  return { height: 34 + all.length * rowHeight + 10, parts };
}

/** Both axes count in powers of ten. */
function lines({ x, y, lines: all }: Extract<Picture, { kind: 'lines' }>): Drawn {
  const box = { left: 70, right: 190, top: 40, bottom: 50, height: 340 };
  const points = all.flatMap((line) => line.points);
  const across = scale(
    points.map((point) => point.x),
    box.left,
    width - box.right,
  );
  const up = scale(
    points.map((point) => point.y),
    box.height - box.bottom,
    box.top,
  );
  const parts = [
    ...across.tens.map((ten) => text(across.at(ten), box.height - 32, 'middle', number(ten, 0))),
    ...up.tens.flatMap((ten) => [
      `<path d="M${box.left} ${up.at(ten)}H${width - box.right}" stroke="#ddd"/>`,
      text(box.left - 8, up.at(ten) + 4, 'end', number(ten, ten < 1 ? 2 : 0)),
    ]),
    text((box.left + width - box.right) / 2, box.height - 10, 'middle', x),
    `<text x="16" y="${box.height / 2}" text-anchor="middle" transform="rotate(-90 16 ${box.height / 2})">${escaped(y)}</text>`,
    ...all.flatMap((line, no) => drawLine(line, colours.lines[no % colours.lines.length]!, across.at, up.at)),
  ];
  return { height: box.height, parts };
}

function drawLine(line: Line, colour: string, x: (value: number) => number, y: (value: number) => number): string[] {
  const path = line.points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
  const last = line.points.at(-1);
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...line.points.map((point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3.5" fill="${colour}"/>`),
    ...(last ? [`<text x="${x(last.x) + 10}" y="${y(last.y) + 4}" fill="${colour}">${escaped(line.name)}</text>`] : []),
  ];
}

/** From powers of ten to places on the paper. */
function scale(values: readonly number[], from: number, to: number) {
  const positive = values.filter((value) => value > 0);
  const first = Math.floor(Math.log10(Math.min(...positive)) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...positive)) - 1e-9));
  const tens = Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
  const at = (value: number) =>
    Math.round(from + ((Math.log10(Math.max(value, 10 ** first)) - first) / (last - first)) * (to - from));
  return { tens, at };
}

function text(x: number, y: number, anchor: string, words: string): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

type Drawn = { height: number; parts: string[] };

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
