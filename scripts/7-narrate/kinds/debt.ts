import { type Fact, signedAmount } from '../../../src/model/fact.ts';
import { closing, opening, type Period } from '../../../src/model/period.ts';
import { certainSign, minus, printedQuantity } from '../../../src/model/quantity.ts';
import { capital, dayName } from '../names.ts';
import type { Narrator } from '../narrator.ts';
import { type PeriodReading, readPeriod } from '../reading.ts';
import { type Draft, percent, say, type Words } from '../sentence.ts';

/** Debt beyond cash, or cash beyond debt, and how much of the assets equity carries. What counts as debt is the issuer's own affair. */
export const debt: Narrator = (facts, period, context) => {
  const read = readPeriod(facts, period, context);
  const now = read.amountIn('NetDebt', closing(read.period));
  if (!now) return undefined;
  const before = earlier(read)
    .map((day) => read.amountIn('NetDebt', day))
    .find((fact) => fact !== undefined);
  const change = before && read.change(now, before);
  const size = Math.abs(signedAmount(read.amount('Assets') ?? now)) || 1;
  const weight = 0.48 + Math.min(0.3, change ? (3 * Math.abs(signedAmount(change))) / size : 0);
  const { title, words } = told(read, now, before, change);
  return { kind: 'debt', title, words: say`${words}${equity(read)}.`, weight, about: [now] };
};

/** Days with which a balance is compared: a year before, else the start of the period. */
const earlier = (read: PeriodReading): readonly Period[] => [closing(read.before), opening(read.period)];

function told(
  read: PeriodReading,
  now: Fact,
  before: Fact | undefined,
  change: Fact | undefined,
): Pick<Draft, 'title' | 'words'> {
  const isDebt = signedAmount(now) >= 0;
  const noun = isDebt ? 'Net debt' : 'Net cash';
  const amount = say`came to ${read.money(now)} on ${dayName(now.period)}`;
  if (!before || !change)
    return { title: isDebt ? 'Debt above cash' : 'Cash above debt', words: say`${noun} ${amount}` };
  const day = dayName(before.period);
  if (signedAmount(before) >= 0 !== isDebt) {
    const was = isDebt ? 'net cash' : 'net debt';
    return {
      title: `${capital(was)} became ${isDebt ? 'net debt' : 'net cash'}`,
      words: say`${noun} ${amount}, after ${was} of ${read.money(before)} on ${day}`,
    };
  }
  if (certainSign(minus(printedQuantity(now), printedQuantity(before))) === 0)
    return { title: `${noun} unchanged`, words: say`It ${amount}, as on ${day}` };
  const grew = Math.abs(signedAmount(now)) > Math.abs(signedAmount(before));
  return {
    title: `${noun} ${grew ? 'grew' : 'shrank'}`,
    words: say`It ${amount}, ${read.money(change)} ${grew ? 'more' : 'less'} than on ${day}`,
  };
}

function equity(read: PeriodReading): Words {
  const ratio = read.ratio('EquityRatio');
  if (!ratio) return [];
  const before = read.ratio('EquityRatio', 'before');
  const after = before ? say`, after ${percent(before)} a year before` : [];
  return say`; shareholders’ equity came to ${percent(ratio)} of total assets${after}`;
}
