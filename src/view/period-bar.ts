import type { IssuerRecord, PeriodRecord } from '../model/document.ts';
import { neighbours, periodsAround, periodsWithin } from './periods.ts';

/** The periods around one, in the order in which a bar names them, each once. */
export interface PeriodBar {
  readonly before: PeriodRecord | undefined;
  readonly after: PeriodRecord | undefined;
  readonly others: readonly PeriodRecord[];
}

export function periodBar({ periods }: IssuerRecord, period: PeriodRecord): PeriodBar {
  const { before, after } = neighbours(periods, period);
  return { before, after, others: [...periodsAround(periods, period), ...periodsWithin(periods, period)] };
}
