#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import './check-node.mjs';

/** Garbage is collected before there is a third as much of it as of what is in use: long series need a third less memory. */
setFlagsFromString('--heap-growing-percent=30');

/** No TypeScript, so that a Node which cannot run it says so; in the package the program stands beside it, compiled. */
const program = import.meta.url.endsWith('/scripts/tieout.mjs') ? './tieout.ts' : './tieout.js';
await import(program);
