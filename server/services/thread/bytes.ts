/** Bytes come from another thread as bare arrays: Buffers again, where they stand alone or in a file and what hangs on it. */
export function withBuffers(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return value.map(withBuffers)
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withBuffers(part)]))
}
