import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

// The Slack CLI takes JSON only; people read manifest.yml, where each scope has its reason beside it.
const manifest = readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8');
process.stdout.write(`${JSON.stringify(parse(manifest), null, 2)}\n`);
