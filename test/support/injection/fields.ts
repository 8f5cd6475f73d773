import type { z } from 'zod'

export type Path = readonly (string | number)[]

/** A place in a request where the schema wants a text. */
export interface TextField {
  path: Path
  /** A value of the whole schema that has this place; its parts are of the right type, not always acceptable. */
  example: unknown
}

interface Walked {
  example: unknown
  fields: TextField[]
}

/** What we look at of the definition of a schema. */
interface Def {
  type: string
  shape?: Record<string, z.core.$ZodType>
  element?: z.core.$ZodType
  options?: readonly z.core.$ZodType[]
  innerType?: z.core.$ZodType
  in?: z.core.$ZodType
  valueType?: z.core.$ZodType
  items?: readonly z.core.$ZodType[]
  left?: z.core.$ZodType
  right?: z.core.$ZodType
  values?: readonly unknown[]
  entries?: Record<string, unknown>
  getter?: () => z.core.$ZodType
  coerce?: boolean
}

const FLAT: Record<string, unknown> = { number: 1, int: 1, boolean: true, date: '2026-01-01', null: null }

const leaf = (example: unknown): Walked => ({ example, fields: [{ path: [], example }] })

/** The fields of a part, seen from the whole. */
const within = (key: string | number, part: Walked, whole: (example: unknown) => unknown): TextField[] =>
  part.fields.map(({ path, example }) => ({ path: [key, ...path], example: whole(example) }))

function ofObject(shape: Record<string, z.core.$ZodType>): Walked {
  const parts = Object.entries(shape).map(([key, schema]) => [key, walk(schema)] as const)
  const example = Object.fromEntries(parts.map(([key, part]) => [key, part.example]))
  const fields = parts.flatMap(([key, part]) => within(key, part, inner => ({ ...example, [key]: inner })))
  return { example, fields }
}

function ofUnion(options: readonly z.core.$ZodType[]): Walked {
  const parts = options.map(walk)
  return { example: parts[0]?.example, fields: parts.flatMap(part => part.fields) }
}

function ofArray(element: z.core.$ZodType): Walked {
  const part = walk(element)
  return { example: [part.example], fields: within(0, part, inner => [inner]) }
}

function ofRecord(value: z.core.$ZodType): Walked {
  const part = walk(value)
  return { example: { key: part.example }, fields: within('key', part, inner => ({ key: inner })) }
}

/** Every kind of schema that holds others. */
const HOLDERS: Record<string, (def: Def) => Walked> = {
  object: ({ shape }) => ofObject(shape!),
  array: ({ element }) => ofArray(element!),
  union: ({ options }) => ofUnion(options!),
  record: ({ valueType }) => ofRecord(valueType!),
  pipe: def => walk(def.in!),
  lazy: ({ getter }) => walk(getter!()),
  string: () => leaf('x'),
  enum: ({ entries }) => leaf(Object.values(entries!)[0]),
  literal: ({ values }) =>
    typeof values![0] === 'string' ? leaf(values![0]) : { example: values![0], fields: [] },
}

function walk(schema: z.core.$ZodType): Walked {
  const def = schema._zod.def as unknown as Def
  const holder = HOLDERS[def.type]
  if (holder) return holder(def)
  if (def.innerType) return walk(def.innerType)
  if (def.type in FLAT) return { example: FLAT[def.type], fields: [] }
  throw new Error(`the walk does not know schemas of type ${def.type}`)
}

/** Every place of a schema where a text, or one of some texts, is wanted. */
export const textFieldsOf = (schema: z.core.$ZodType | undefined): TextField[] =>
  schema ? walk(schema).fields : []

/** The value at a path; undefined when there is none. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  )

/** A copy with another value at the path. */
export function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  return Object.assign(copy, { [key]: withValue((value as Record<string, unknown>)[key], rest, put) })
}
