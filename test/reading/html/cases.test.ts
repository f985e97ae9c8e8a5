import { fileURLToPath } from 'node:url';
import { readHtml } from '../../../scripts/1-read/html/read-html.ts';
import { describeCases } from '../../suite.ts';
import { describeReading } from '../describe-reading.ts';

/** Pages, and what is read in them. */
describeCases('HTML', fileURLToPath(new URL('cases/', import.meta.url)), async (one) => {
  const bytes = new TextEncoder().encode(one.read('input.htm'));
  await one.expectFile('reading.txt', describeReading(readHtml({ file: 'input.htm', bytes })));
});
