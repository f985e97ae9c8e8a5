import { type Issuer, site, type View, viewIssuers } from '../data/index.ts';
import { type Card, cardOfPeriod } from '../model/card.ts';
import type { PeriodRecord } from '../model/document.ts';
import { formatFact, formatPeriod, knownPlaces, signOfRise, withSign } from '../model/format.ts';
import { type KeyFigure, keyFigures } from './key-figures.ts';

/** The card of every period. */
export const listCards = (): readonly Card[] => viewIssuers(CARDS).flat();

const CARDS: View<Card[]> = {
  name: 'cards',
  make: (issuer) =>
    issuer.record.periods.map((period) => ({
      ...makeCard(issuer, period),
      note: site().settings.draft ? 'Draft: not for publication' : '',
    })),
};

function makeCard(issuer: Issuer, period: PeriodRecord): Omit<Card, 'note'> {
  const { slug, name } = issuer.record;
  const { large, unit } = keyFigures(issuer, period);
  const told = large.length > 0 ? unit : '';
  return {
    file: cardOfPeriod(slug, period.slug),
    issuer: name,
    period: period.name,
    when: [formatPeriod(period.period), told].filter(Boolean).join(' · '),
    figures: large.map((figure) => ({
      name: figure.unit === '' ? figure.label : `${figure.label}, ${figure.unit}`,
      text: withSign(
        formatFact(figure.fact, figure.scale, figure.places),
        figure.fact.unit === 'percent' ? '%' : '',
      ),
      change: formatChange(figure),
    })),
  };
}

/** `+9.2% on the year`. */
function formatChange({ change }: KeyFigure): string {
  if (!change) return '';
  const isPrinted = 'printed' in change;
  const digits = isPrinted
    ? formatFact(change.printed, 0, knownPlaces(change.printed, 0))
    : change.derived.text;
  const unit = !isPrinted && change.derived.unit === 'points' ? ' points' : '%';
  return `${signOfRise(digits)}${withSign(digits, unit)} on the year`;
}
