import type { Narrator } from '../narrator.ts';
import { cash } from './cash.ts';
import { correction } from './correction.ts';
import { costs } from './costs.ts';
import { debt } from './debt.ts';
import { growth } from './growth.ts';
import { investment } from './investment.ts';
import { margin } from './margin.ts';
import { measures } from './measures.ts';
import { orders } from './orders.ts';
import { outlook } from './outlook.ts';
import { profit } from './profit.ts';
import { record } from './record.ts';
import { target } from './target.ts';
import { turn } from './turn.ts';

/** Everything that can be told about a period; how much each matters decides what is. */
export const narrators: readonly Narrator[] = [
  growth,
  profit,
  turn,
  target,
  record,
  margin,
  costs,
  cash,
  debt,
  investment,
  orders,
  measures,
  outlook,
  correction,
];
