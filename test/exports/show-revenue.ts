import process from 'node:process';
import { LOADERS } from './revenue-by-quarter.ts';

/** `node test/exports/show-revenue.ts DIR ISSUER`: draws revenue by quarter from each format of a folder of data. */
const [folder = 'dist/data', issuer = 'iij'] = process.argv.slice(2);
const WIDTH = 50;

for (const [format, load] of Object.entries(LOADERS)) {
  const quarters = await load(folder, issuer);
  const most = Math.max(...quarters.map(([, revenue]) => Number(revenue)));
  console.log(`\n${format}`);
  for (const [quarter, revenue] of quarters) {
    const bar = '█'.repeat(Math.round((WIDTH * Number(revenue)) / most));
    console.log(`${quarter.padEnd(10)} ${revenue.padStart(14)} ${bar}`);
  }
}
