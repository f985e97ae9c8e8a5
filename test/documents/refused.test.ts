import { fileURLToPath } from 'node:url';
import { describeCases } from '../suite.ts';
import { convertText } from '../text-source.ts';
import { documentOf } from './one-document.ts';

/** Only what makes a document useless refuses it. */
describeCases(
  'a document is refused for',
  fileURLToPath(new URL('refused/', import.meta.url)),
  async (one) => {
    await one.expectFile('message.txt', `${refusalOf(() => convertText(documentOf(one)))}\n`);
  },
);

function refusalOf(convert: () => unknown): string {
  try {
    convert();
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was converted.';
}
