/** Ways in which an issuer takes a measure apart. */
export type PartAxis = 'segment' | 'product' | 'region';

/** Words for the parts of an axis; the first that are met name it: a `business line` is a segment, a `product line` none. */
const AXES: readonly (readonly [PartAxis, RegExp])[] = [
  [
    'segment',
    /\b(?:(?:reportable |operating |business )?segments?|divisions?|business(?:es)?(?: (?:units?|lines?|areas?|groups?))?|units?|sectors?|compan(?:y|ies)|subsidiar\p{L}+)\b/iu,
  ],
  [
    'region',
    /\b(?:regions?|regional|geograph\p{L}*|countr(?:y|ies)|areas?|territor\p{L}+|destinations?|locations?)\b/iu,
  ],
  [
    'product',
    /\b(?:products?|brands?|categor\p{L}+|lines?|types?|services?|offerings?|solutions?|channels?|customers?|(?:end[- ])?markets?|sources?|platforms?|commodit\p{L}+|clouds?|streams?)\b/iu,
  ],
];

/** The axis that words such as `by geographic area` name. */
export const readAxis = (words: string): PartAxis | undefined =>
  AXES.find(([, pattern]) => pattern.test(words))?.[0];
