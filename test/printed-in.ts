import { type Fact, isPrinted } from '../src/model/fact.ts';

/** A number as its document prints it; undefined where none does. */
export const printedIn = (fact: Fact | undefined): string | undefined =>
  fact && isPrinted(fact) ? fact.raw : undefined;
