import type { IssuerData } from '../../src/model/corpus.ts';
import { type Fact, isPrinted, type Printed } from '../../src/model/fact.ts';
import type { Finding } from '../../src/model/finding.ts';

/** What is known of one statement of a number, in lines: how it was read, why it is believed, who else states it. */
export function describeFigure(fact: Fact, data: IssuerData): string[] {
  const { grade, findings = [] } = data.verification.facts[fact.id] ?? {};
  const derived = data.verification.derived[fact.id];
  const settled = data.settled.find(({ statements }) => statements.includes(fact.id));
  const others = settled?.statements.filter((id) => id !== fact.id) ?? [];
  const checks = data.findings.filter(({ id, facts }) => facts.includes(fact.id) || findings.includes(id));
  return [
    row('figure', isPrinted(fact) ? `${fact.raw} = ${fact.value || 'nil'}` : fact.value),
    row('id', fact.id),
    row('measure', [fact.concept, fact.aspect, fact.basis, fact.dimensions].filter(Boolean).join(', ')),
    row('period', fact.compared ? `${fact.period}, against ${fact.compared}` : fact.period),
    row('unit', [fact.unit, ...precisionWords(fact)].join(', ')),
    ...(isPrinted(fact) ? [row('printed', placeWords(fact)), row('place', fact.place)] : []),
    row('grade', fact.doubt === '' ? (grade ?? 'single') : `unsure: ${fact.doubt}`),
    ...(derived ? [row('worked out', `${derived.words}, between ${derived.low} and ${derived.high}`)] : []),
    ...listed(
      'from',
      (isPrinted(fact) ? [] : fact.inputs).map((id) => statement(id, data)),
    ),
    ...listed(
      'also stated',
      others.map((id) => statement(id, data)),
    ),
    ...listed('checks', checks.map(describeCheck)),
    ...(settled?.isOpen ? [row('open', 'statements that nothing refutes give another number')] : []),
  ];
}

const WIDTH = 12;
const row = (name: string, value: string): string => `  ${name.padEnd(WIDTH)}${value}`;

/** One line for each value, the name before the first. */
const listed = (name: string, values: readonly string[]): string[] =>
  values.map((value, index) => row(index === 0 ? name : '', value));

const precisionWords = ({ decimals, qualifier, polarity }: Fact): string[] => [
  ...(decimals === null ? [] : [`decimals ${decimals}`]),
  ...(qualifier === 'exact' ? [] : [qualifier]),
  ...(polarity === 1 ? [] : ['sign turned by its context']),
];

const placeWords = ({ label, header, section, table }: Printed): string =>
  [table, ...section, label, ...(header.length > 0 ? [`[${header.join(' > ')}]`] : [])]
    .filter(Boolean)
    .join(' > ');

function statement(id: string, { facts }: IssuerData): string {
  const fact = facts.find((one) => one.id === id);
  return fact ? `${isPrinted(fact) ? fact.raw || fact.value : fact.value} ${fact.unit}  ${id}` : id;
}

const describeCheck = ({ verdict, rule, message, expected, actual }: Finding): string =>
  `${verdict} ${rule}: ${message || `${actual}, expected ${expected}`}`;
