import type { Calendar } from '../../src/model/calendar.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import type { Printed } from '../../src/model/fact.ts';
import type { DocumentRelations } from './formulas/digit-sums.ts';

/** What an issuer's documents hold, as phases 1 to 4 read it. */
export interface Statements {
  readonly issuer: string;
  /** Full and short names of the issuer, as its documents give them. */
  readonly issuerNames: readonly string[];
  /** What exchanges call its shares, as often as its documents say so. */
  readonly listings: readonly string[];
  readonly currency: string;
  readonly calendar: Calendar;
  readonly documents: readonly DocumentRecord[];
  readonly facts: readonly Printed[];
  /** Those that may be unsure only because a head or a sentence names the wrong period. */
  readonly misdated: readonly Printed[];
  /** What the digits of each document's tables show. */
  readonly digits: readonly DocumentRelations[];
}
