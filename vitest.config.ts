import { defineConfig } from 'vitest/config';

/** What `npm run test:quick` leaves out, sites and printouts first: the rest takes under a minute on two idle cores. */
export const SLOW = [
  'test/answers/corpus/**',
  'test/browser/**',
  'test/check/slips.test.ts',
  'test/checks-pages/**',
  'test/config/built.test.ts',
  'test/documents/spellings.test.ts',
  'test/exports/**',
  'test/forms/**',
  'test/pages/{bytes,many-issuers,site}.test.ts',
  'test/print/**',
  'test/programs/{hostile-text,processes,since}.test.ts',
  'test/prose/{every-number,releases}.test.ts',
  'test/results/**',
  'test/tables/hostile.test.ts',
];

/** Every test file under `test/`, as many at a time as there are cores; some start a program and wait for it. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/built/set-up.ts',
    exclude: mode === 'quick' ? SLOW : [],
    // Modules are loaded once for each worker, not for each file: none keeps what a test leaves behind.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 30_000,
    // Stylesheets that are read for their colours, not applied.
    css: { include: /\?raw$/ },
  },
}));
