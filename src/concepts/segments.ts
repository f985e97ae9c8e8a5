import { withCommon } from './concepts-of.ts';

/** What is told of segments only. Their revenues and operating income are the company's concepts with a segment. */
export const segments = withCommon({ statement: 'segments', kind: 'monetary', periodType: 'duration' }, [
  {
    id: 'RevenueFromExternalCustomers',
    label: 'Revenue from external customers',
    definition: 'The part of a segment’s revenue that comes from outside the group.',
    aliases: [
      'revenue from external customers',
      'external customers',
      'to external customers',
      'sales to external customers',
      'net sales to external customers',
      'external revenue',
      'sales to customers',
      'outside customers',
    ],
    within: ['Revenues'],
    aliasesWithin: ['customers', 'external', 'unaffiliated customers'],
  },
  {
    id: 'IntersegmentRevenue',
    label: 'Intersegment revenue',
    definition: 'The part of a segment’s revenue that comes from other segments of the group.',
    aliases: [
      'intersegment',
      'inter-segment',
      'intersegment revenue',
      'intersegment sales',
      'inter-segment revenue',
      'inter-segment sales',
      'intersegment sales and transfers',
      'inter-segment sales and transfers',
      'intersegment sales or transfers',
      'sales between segments',
    ],
  },
  {
    id: 'SegmentAssets',
    label: 'Segment assets',
    definition: 'Assets that serve one segment.',
    periodType: 'instant',
    aliases: ['segment assets', 'identifiable assets', 'assets by segment'],
  },
  {
    id: 'SegmentProfit',
    label: 'Segment profit',
    definition: 'What a segment earns by the measure that management steers it with.',
    aliases: [
      'segment profit',
      'segment income',
      'segment operating profit',
      'segment operating income',
      'total segment profit',
      'total segment operating income',
      'segment result',
      'segment earnings',
    ],
  },
]);
