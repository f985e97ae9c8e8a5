import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UsageError } from '../commands/arguments.ts';
import type { Effects } from '../effects.ts';
import { parseReceipt, RECEIPT } from '../output/receipt-json.ts';
import type { Output } from './output.ts';
import { parseFactsCsv } from './read-facts.ts';

const FACTS = 'facts.csv';
const SERIES = 'series.csv';

/** Opens what was published: a site, a folder of data files, or a `facts.csv` alone. */
export function openOutput(path: string, effects: Effects): Output {
  const kind = effects.kindOf(path);
  if (kind === 'file') return { facts: readFacts(path, effects) };
  const data = [join(path, 'data'), path].find((folder) => effects.kindOf(join(folder, FACTS)) === 'file');
  if (kind !== 'folder' || data === undefined)
    throw new UsageError(`${path} is ${kind === 'folder' ? `a folder without ${FACTS}` : 'not there'}`);
  return {
    facts: readFacts(join(data, FACTS), effects),
    best: readBest(join(data, SERIES), effects),
    inputs: readText(join(path, RECEIPT), effects, parseReceipt)?.inputs,
  };
}

function readFacts(file: string, effects: Effects): Output['facts'] {
  const facts = readText(file, effects, parseFactsCsv);
  if (!facts) throw new UsageError(`${file} is no ${FACTS} of Tieout`);
  return facts;
}

/** The statements that `series.csv` takes its values from. */
const readBest = (file: string, effects: Effects): ReadonlySet<string> | undefined =>
  readText(file, effects, (text) => {
    const rows: { readonly fact?: string }[] = parse(text, { bom: true, columns: true });
    return new Set(rows.flatMap(({ fact }) => fact ?? []));
  });

const readText = <T>(file: string, effects: Effects, parseText: (text: string) => T): T | undefined =>
  effects.kindOf(file) === 'file' ? parseText(new TextDecoder().decode(effects.readBytes(file))) : undefined;
