/** `Object.fromEntries`, which the window of an old phone lacks. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const record: Record<string, T> = {}
  for (const [key, value] of entries) record[key] = value
  return record
}
