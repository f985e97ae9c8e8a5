#!/usr/bin/env node
import './check-node.mjs';
import './spare-memory.mjs';

/** No TypeScript, so that a Node which cannot run it says so; in the package the program stands beside it, compiled. */
const program = import.meta.url.endsWith('/scripts/tieout.mjs') ? './tieout.ts' : './tieout.js';
await import(program);
