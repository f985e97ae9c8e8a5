const MOST = 4000;
const LONGEST = 400;
/** Stands for `undefined` among what is kept. */
const NOTHING = Symbol();

/** A function that keeps what it found last, of its first argument: pages of one thing are made in a row. */
export function rememberLast<K, A extends readonly unknown[], T>(
  find: (key: K, ...more: A) => T,
): (key: K, ...more: A) => T {
  let last: { readonly key: K; readonly found: T } | undefined;
  return (key, ...more) => {
    if (last?.key !== key) {
      last = undefined;
      last = { key, found: find(key, ...more) };
    }
    return last.found;
  };
}

/** A function of a thing that never changes: what it found is kept as long as that. */
export function rememberEach<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    let kept = known.get(key);
    if (!kept) {
      kept = { found: find(key) };
      known.set(key, kept);
    }
    return kept.found;
  };
}

/**
 * A function of a text or number that keeps what it found: documents say the same words over and over. Long texts are not kept,
 * and of many none.
 */
export function remember<T, K extends string | number = string>(read: (text: K) => T): (text: K) => T {
  const known = new Map<K, T | typeof NOTHING>();
  return (text) => {
    const found = known.get(text);
    if (found === NOTHING) return undefined as T;
    if (found !== undefined) return found as T;
    const result = read(text);
    if (typeof text === 'string' && text.length > LONGEST) return result;
    if (known.size >= MOST) known.clear();
    known.set(text, result === undefined ? NOTHING : result);
    return result;
  };
}
