import { auditSite } from './audit/audit-site.ts';
import { auditWith } from './audit/command.ts';
import { runProgram } from './commands/program.ts';
import { effects, exitWith } from './effects.ts';

/** dist ─ browser ▶ faults of accessibility, weight, time to paint ▶ a table */
await exitWith((args) => runProgram(auditWith(auditSite), args, effects));
