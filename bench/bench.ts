import process from 'node:process';
import { BENCHES } from './index.ts';
import { formatLine } from './measure.ts';

/** `npm run bench [-- NAME…]`: runs all benches, or those whose names begin as given, one after the other. */
const wanted = process.argv.slice(2);
for (const { name, run } of BENCHES) {
  if (wanted.length > 0 && !wanted.some((start) => name.startsWith(start))) continue;
  console.log(`\n${name}`);
  for (const line of await run()) console.log(`  ${formatLine(line)}`);
}
