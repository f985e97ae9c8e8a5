import { defineConfig } from 'vitest/config';

/** Every test file under `test/`, as many at a time as there are cores; some start a program and wait for it. */
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], maxWorkers: '100%', testTimeout: 30_000 },
});
