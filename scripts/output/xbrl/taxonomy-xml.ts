import { OWN, ownNamespace, TAXONOMIES } from './names.ts';
import type { OwnElement, Report } from './report.ts';

/** `<issuer>.xbrl.xsd`: the elements, axes and members of an issuer's own, on top of the standard ones it uses. */
export function* formatSchemaXml({ issuer, facts, own }: Report, labels: string): Generator<string> {
  const used = new Set(facts.map(({ element }) => element.split(':')[0]));
  yield `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:xbrldt="http://xbrl.org/2005/xbrldt" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:num="http://www.xbrl.org/dtr/type/numeric" xmlns:nonnum="http://www.xbrl.org/dtr/type/non-numeric" targetNamespace="${ownNamespace(issuer)}" elementFormDefault="qualified">
<xs:annotation><xs:appinfo><link:linkbaseRef xlink:type="simple" xlink:href="${labels}" xlink:role="http://www.xbrl.org/2003/role/labelLinkbaseRef" xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/></xs:appinfo></xs:annotation>
`;
  for (const [namespace, location] of [...IMPORTS, ...standard(used)])
    yield `<xs:import namespace="${namespace}" schemaLocation="${location}"/>\n`;
  for (const element of own) yield `${formatElement(element)}\n`;
  yield '</xs:schema>\n';
}

const IMPORTS = [
  ['http://www.xbrl.org/2003/instance', 'http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd'],
  ['http://xbrl.org/2005/xbrldt', 'http://www.xbrl.org/2005/xbrldt-2005.xsd'],
  ['http://www.xbrl.org/dtr/type/numeric', 'http://www.xbrl.org/dtr/type/numeric-2009-12-16.xsd'],
  ['http://www.xbrl.org/dtr/type/non-numeric', 'http://www.xbrl.org/dtr/type/nonNumeric-2009-12-16.xsd'],
] as const;

const standard = (used: ReadonlySet<string | undefined>) =>
  Object.entries(TAXONOMIES).flatMap(([prefix, taxonomy]) => (used.has(prefix) ? [taxonomy] : []));

function formatElement({ name, kind, type, periodType }: OwnElement): string {
  const own = `<xs:element id="${OWN}_${name}" name="${name}" nillable="true"`;
  if (kind === 'axis')
    return `${own} abstract="true" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem" xbrli:periodType="duration"/>`;
  if (kind === 'member')
    return `${own} abstract="true" type="nonnum:domainItemType" substitutionGroup="xbrli:item" xbrli:periodType="duration"/>`;
  return `${own} type="${type}" substitutionGroup="xbrli:item" xbrli:periodType="${periodType}"/>`;
}

/** `<issuer>.xbrl-labels.xml`: their English labels. */
export function* formatLabelsXml({ own }: Report, schema: string): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:labelLink xlink:type="extended" xlink:role="http://www.xbrl.org/2003/role/link">
`;
  for (const { name, label } of own)
    yield `<link:loc xlink:type="locator" xlink:href="${schema}#${OWN}_${name}" xlink:label="${name}"/><link:label xlink:type="resource" xlink:label="${name}_label" xlink:role="http://www.xbrl.org/2003/role/label" xml:lang="en">${escapeXml(label)}</link:label><link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label" xlink:from="${name}" xlink:to="${name}_label"/>\n`;
  yield '</link:labelLink>\n</link:linkbase>\n';
}

/** Text of a document in XML: no markup, and no character that XML has none for. The test is quicker than the change. */
export const escapeXml = (text: string): string =>
  !UNFIT.test(text) && text.isWellFormed()
    ? text
    : text
        .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
        .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
const UNFIT = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
