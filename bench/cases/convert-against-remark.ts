import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { convertCorpus } from '../../scripts/convert-corpus.ts';
import { readCorpus } from '../corpus.ts';
import { type Bench, medianTimes } from '../measure.ts';

/** Converting everything should cost at most three times what remark alone needs to parse it. */
export const convertAgainstRemark: Bench = {
  name: 'convert-against-remark',
  run() {
    const { sources, bytes } = readCorpus();
    const remark = unified().use(remarkParse).use(remarkGfm);
    const times = medianTimes({
      parse: () => sources.map(({ text }) => remark.parse(text)),
      convert: () => convertCorpus(sources, 'published'),
    });
    return [
      { what: `text of ${sources.length} documents`, value: bytes / 1024, unit: 'KB' },
      { what: 'remark-parse and remark-gfm, median', value: times.parse, unit: 'ms' },
      { what: 'conversion, median', value: times.convert, unit: 'ms' },
      { what: 'conversion against remark', value: times.convert / times.parse, unit: 'times', atMost: 3 },
    ];
  },
};
