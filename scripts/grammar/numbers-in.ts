import { findDigitRuns, type Stretch } from './digit-runs.ts';
import { scanNumbers } from './numbers.ts';

/** The numbers of a line as they are printed; one that is torn is one with all its digits. */
export function numbersIn(source: string): (Stretch & { readonly raw: string })[] {
  const tokens = scanNumbers(source);
  const numbers = findDigitRuns(source).map((run) => {
    const own = tokens.filter(({ start, end }) => end > run.start && start < run.end);
    const [token] = own;
    return own.length === 1 && token ? token : { ...run, raw: source.slice(run.start, run.end) };
  });
  return numbers.filter(({ start }, index) => start !== numbers[index - 1]?.start);
}
