import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { convertText, textOf } from '../../test/text-source.ts';
import { readCorpus } from '../corpus.ts';
import { type Bench, medianTimes } from '../measure.ts';

/** Reading documents (phases 1 to 4) should cost at most three times what remark alone needs to parse them. */
export const convertAgainstRemark: Bench = {
  name: 'convert-against-remark',
  async run() {
    const { sources, bytes } = readCorpus();
    const texts = sources.map(textOf);
    const remark = unified().use(remarkParse).use(remarkGfm);
    const times = await medianTimes({
      parse: () => texts.map((text) => remark.parse(text)),
      read: () => sources.map((source) => convertText(source)),
      convert: () => convertCorpus(sources, 'published'),
    });
    return [
      { what: `text of ${sources.length} documents`, value: bytes / 1024, unit: 'KB' },
      { what: 'remark-parse and remark-gfm, median', value: times.parse, unit: 'ms' },
      { what: 'reading (phases 1 to 4), median', value: times.read, unit: 'ms' },
      { what: 'reading against remark', value: times.read / times.parse, unit: 'times', atMost: 3 },
      { what: 'with deriving, checking and narrating, median', value: times.convert, unit: 'ms' },
      { what: 'all of it against remark', value: times.convert / times.parse, unit: 'times' },
    ];
  },
};
