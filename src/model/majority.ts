/** Whether more than half of a list is so: enough to speak for the rest. Of an empty list nothing is. */
export const areMost = <T>(list: readonly T[], isSo: (one: T) => boolean): boolean =>
  2 * list.filter(isSo).length > list.length;

/** Whether half of a list or more is so: enough not to be outvoted by the rest. Of an empty list all is. */
export const areHalf = <T>(list: readonly T[], isSo: (one: T) => boolean): boolean =>
  2 * list.filter(isSo).length >= list.length;
