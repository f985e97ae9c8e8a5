import { assetsAndClaims } from './assets-and-claims.ts';
import { bandwidth } from './bandwidth.ts';
import { cashBridge } from './cash-bridge.ts';
import type { Chart } from './chart.ts';
import { countsByKind, countsMix } from './counts-by-kind.ts';
import { dividendsPerShare } from './dividends-per-share.ts';
import { ebitdaAndCapex } from './ebitda-and-capex.ts';
import { grossMargin } from './gross-margin.ts';
import { growthByPart } from './growth-by-part.ts';
import { operatingIncome } from './operating-income.ts';
import { ordersAndBacklog } from './orders-and-backlog.ts';
import { overTime } from './over-time.ts';
import { resultByMember, revenueByMember, revenueMix } from './parts-of-whole.ts';
import { revenueByPart } from './revenue-by-part.ts';
import { revenueToNetIncome } from './revenue-to-net-income.ts';
import { againstTarget, nextTarget, towardTarget } from './targets.ts';

/** Every chart the project draws, in the order of the questions that a page asks; in each place the first that the facts support. */
export const charts: readonly (readonly Chart[])[] = [
  [overTime],
  [revenueByPart, revenueMix, revenueByMember],
  [growthByPart],
  [revenueToNetIncome],
  [grossMargin, resultByMember],
  [operatingIncome],
  [againstTarget],
  [towardTarget],
  [nextTarget],
  [cashBridge],
  [ebitdaAndCapex],
  [assetsAndClaims],
  [countsByKind, countsMix],
  [bandwidth],
  [ordersAndBacklog],
  [dividendsPerShare],
];
