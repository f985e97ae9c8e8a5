/**
 * The light colours of the stylesheets (a test compares them), for a picture that stands by itself: it is opened in
 * programs that know no custom properties, and has to carry its own.
 */
export const PALETTE = {
  paper: '#fff',
  'tint-2': '#e2ece3',
  ink: '#14201a',
  'ink-2': '#3f4d45',
  'ink-3': '#5a6960',
  rule: '#c8d5cb',
  now: '#173e4e',
  before: '#84968c',
  up: '#2a7079',
  down: '#cc6f34',
  'part-1': '#173e4e',
  'part-2': '#437f88',
  'part-3': '#c0821a',
  'part-4': '#7b3850',
  'part-5': '#84968c',
  'part-6': '#656f68',
  'on-part-1': '#fff',
  'on-part-2': '#fff',
  'on-part-3': '#14201a',
  'on-part-4': '#fff',
  'on-part-5': '#14201a',
  'on-part-6': '#fff',
} as const;
