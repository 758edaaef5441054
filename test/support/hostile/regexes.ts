import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Node, parse } from 'acorn';
import { check } from 'recheck';

export type Regex = { file: string; source: string; flags: string };

const root = new URL('../../../', import.meta.url).pathname;

/** Every regular expression that is written in the program, each once. */
export function regexesOfTheProgram(): Regex[] {
  const all = globSync('src/**/*.ts', { cwd: root }).sort().flatMap(regexesIn);
  return [...new Map(all.map((regex) => [asWritten(regex), regex])).values()];
}

/** The files that make regular expressions from words; a test has to know what these can be. */
export function filesThatMakeExpressions(): string[] {
  const files = globSync('src/**/*.ts', { cwd: root }).sort();
  return files.filter((file) => readFileSync(`${root}${file}`, 'utf8').includes('new RegExp('));
}

export function asWritten({ source, flags }: Pick<Regex, 'source' | 'flags'>): string {
  return `/${source}/${flags}`;
}

/** Undefined when its time grows no faster than the text; otherwise how fast, and the text that shows it. */
export async function whySlow({ source, flags }: Regex): Promise<string | undefined> {
  const found = await check(source, flags, { timeout: 20_000, randomSeed: 7 });
  if (found.status === 'safe') return undefined;
  if (found.status === 'unknown') return 'nobody could tell in time';
  return `${found.complexity.summary}: ${found.attack.pattern.slice(0, 80)}`;
}

function regexesIn(file: string): Regex[] {
  const code = stripTypeScriptTypes(readFileSync(`${root}${file}`, 'utf8'));
  const found: Regex[] = [];
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (!('regex' in node) || !node.regex) return;
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    found.push({ file, source: pattern, flags });
  });
  return found;
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const child of Object.values(node).flat()) {
    if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Node, see);
  }
}
