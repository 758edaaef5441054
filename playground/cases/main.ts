import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decideCase, type Verdict } from './decide-case.ts';
import { printVerdict } from './print-verdict.ts';

// The command `npm run cases`: decides about every input of a folder, as the form and the webhooks would, and prints it.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    country: { type: 'string', default: 'US' },
    message: { type: 'string', default: 'Hi {{first_name|there}}, will you come? Reply STOP to opt out.' },
    json: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
    at: { type: 'string' },
  },
});
const [folder] = positionals;
const at = values.rules ? new Date(values.at ?? Date.now()) : undefined;
if (!folder || !/^[A-Za-z]{2}$/.test(values.country) || (at && Number.isNaN(at.getTime()))) {
  console.error(
    'Usage: npm run cases -- <folder> [--country DE] [--message "Hi {{first_name|there}}"] [--rules --at 2026-11-30T15:00Z] [--json]',
  );
  process.exit(2);
}

const entries = await readdir(folder, { withFileTypes: true }).catch((error: Error) => {
  console.error(`The folder cannot be read: ${error.message}`);
  process.exit(2);
});
const options = { country: values.country.toUpperCase(), message: values.message, at };
const verdicts: (Verdict & { file: string })[] = [];
for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
  const verdict: Verdict = entry.isFile()
    ? await decideCase(join(folder, entry.name), options)
    : { kind: 'not read', why: 'it is no file' };
  verdicts.push({ file: entry.name, ...verdict });
  if (!values.json) console.log(printVerdict(entry.name, verdict));
}
if (at && !values.json) console.log('\nThe rules that we know are not legal advice.');
if (values.json) console.log(JSON.stringify(verdicts, null, 2));
