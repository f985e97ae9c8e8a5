import { setFlagsFromString } from 'node:v8';

/** Garbage is collected before there is as much of it as of what is in use; `spareMemory` has it collected sooner. */
setFlagsFromString('--heap-growing-percent=100');

/**
 * What is made anew gets 32 MB. V8 would let that grow to 128, which saves no time and holds as much as ten releases do. How
 * far it may grow can be said only before Node runs, that it may grow no further at any time: so it is filled once.
 */
setFlagsFromString('--semi-space-growth-factor=16');
Array.from({ length: 200 }, () => new Array(1000).fill(0));
setFlagsFromString('--semi-space-growth-factor=1');
