/** Does the same work on all items, a few at a time, and gives the results in the items' order. */
export async function* inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  for (let index = 0; index < items.length; index++) {
    for (const item of items.slice(started.length, index + lanes)) started.push(startQuietly(work(item)));
    yield (await started[index]) as Result;
  }
}

/** What fails is told when its turn comes. */
function startQuietly<Result>(result: Promise<Result>): Promise<Result> {
  result.catch(() => {});
  return result;
}
