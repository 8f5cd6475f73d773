export type JsonSchema = Record<string, unknown>

/** Changes a schema, and then every part of what it has become. */
export function changed(node: unknown, change: (schema: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(node)) return node.map(part => changed(part, change))
  if (typeof node !== 'object' || node === null) return node
  const parts = Object.entries(change(node as JsonSchema)).map(([name, part]) => [
    name,
    name === 'properties' ? eachChanged(part as JsonSchema, change) : changed(part, change),
  ])
  return Object.fromEntries(parts)
}

/** Changes each property; separate, because properties may be named like keywords. */
const eachChanged = (properties: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, changed(part, change)]))
