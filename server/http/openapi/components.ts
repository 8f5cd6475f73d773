import { z } from 'zod'
import { hoisted } from './hoist'
import { pathOf, referenceTo, reused } from './reuse'
import { NAMED_SCHEMAS } from './schemas'
import { type JsonSchema, changed } from './walk'

/** Suffix of a schema's internal name in a request, where fields with a default may be omitted; in an answer never. */
const SUFFIX = { input: '_request', output: '' } as const
export type Direction = keyof typeof SUFFIX

/** Formats of the standard, whose name suffices without zod's long pattern. */
const STANDARD_FORMATS = new Set(['date', 'date-time'])

const REFERENCE = /"#\/(?:components\/schemas|\$defs)\/(\w+)"/g

type Registry = z.core.$ZodRegistry<{ id: string }>

/** Answers may gain fields, so only schemas that refuse unknown fields say so. */
const override: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod
  if (def.type === 'object' && !('catchall' in def && def.catchall)) delete jsonSchema.additionalProperties
}

/** Returns an equivalent, shorter schema. */
function leaner(node: JsonSchema, direction: Direction): JsonSchema {
  const { $schema: _dialect, $id: _id, id: _name, $defs: _parts, ...rest } = node
  if (STANDARD_FORMATS.has(String(rest.format))) delete rest.pattern
  // Every integer is a safe one, and an answer omits nothing.
  if (rest.maximum === Number.MAX_SAFE_INTEGER) delete rest.maximum
  if (rest.minimum === Number.MIN_SAFE_INTEGER) delete rest.minimum
  if (direction === 'output') delete rest.default
  // A name of a field is text, and a field of any value says nothing.
  if (JSON.stringify(rest.propertyNames) === '{"type":"string"}') delete rest.propertyNames
  if (JSON.stringify(rest.additionalProperties) === '{}') delete rest.additionalProperties
  // The values say their type.
  if ('enum' in rest || 'const' in rest) delete rest.type
  return nullable(rest, direction)
}

/** Says a choice between one plain type, or certain values, and null without a choice. */
function nullable(schema: JsonSchema, direction: Direction): JsonSchema {
  const [first, nothing, third] = (schema.anyOf ?? []) as JsonSchema[]
  if (!first || nothing?.type !== 'null' || third) return schema
  const { anyOf: _choice, ...others } = schema
  const part = leaner(first, direction)
  if (Array.isArray(part.enum)) return { ...others, enum: [...(part.enum as unknown[]), null] }
  return typeof part.type === 'string' ? { ...others, ...part, type: [part.type, 'null'] } : schema
}

const lean = (schema: JsonSchema, direction: Direction): JsonSchema =>
  changed(schema, part => leaner(part, direction)) as JsonSchema

const LEAVES = new Set(['string', 'number', 'enum'])

/** Checks whether a reference to the schema would be longer than the schema itself. */
function isShort(name: string, schema: z.ZodType, direction: Direction): boolean {
  if (!LEAVES.has(schema._zod.def.type)) return false
  const said = lean(z.toJSONSchema(schema, { io: direction, override }), direction)
  return JSON.stringify(said).length < JSON.stringify(referenceTo(name)).length
}

function registryOf(direction: Direction): Registry {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of NAMED_SCHEMAS) {
    if (!registry.has(schema) && !isShort(name, schema, direction)) {
      registry.add(schema, { id: `${name}${SUFFIX[direction]}` })
    }
  }
  return registry
}

function componentsFor(direction: Direction, registry: Registry): Map<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, {
    io: direction,
    uri: pathOf,
    unrepresentable: 'any',
    override,
  })
  return new Map(Object.entries(schemas).map(([name, schema]) => [name, lean(schema, direction)]))
}

/** Returns the names of the components that a schema refers to directly. */
const namesIn = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(REFERENCE)].map(match => match[1]!)

/** Returns the schema with every reference renamed. */
const renamed = (schema: JsonSchema, nameOf: (name: string) => string): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema).replace(REFERENCE, (_all, name: string) => JSON.stringify(pathOf(nameOf(name)))),
  ) as JsonSchema

const withoutSuffix = (name: string) => name.slice(0, -SUFFIX.input.length)

/** Returns the names whose request and answer schemas are equal. */
function alikeIn(output: Map<string, JsonSchema>, input: Map<string, JsonSchema>): Set<string> {
  const alike = new Set(input.keys())
  const answerOf = (name: string) => (alike.has(name) ? withoutSuffix(name) : name)
  for (let before = 0; before !== alike.size;) {
    before = alike.size
    for (const name of [...alike]) {
      const same = JSON.stringify(output.get(answerOf(name))) === JSON.stringify(renamed(input.get(name)!, answerOf)) // prettier-ignore
      if (!same) alike.delete(name)
    }
  }
  return alike
}

/** Limits of what may be sent; an answer that is nowhere sent keeps to none of them in the document. */
const LIMITS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'additionalProperties',
] as const

/** Adds the names of all that a schema refers to, and what that refers to. */
function reach(schema: unknown, all: ReadonlyMap<string, JsonSchema>, reached: Set<string>): void {
  for (const name of namesIn(schema)) {
    if (reached.has(name)) continue
    reached.add(name)
    reach(all.get(name) ?? {}, all, reached)
  }
}

/** Leaves the limits out of every schema that no request has. */
function withoutLimits(all: ReadonlyMap<string, JsonSchema>, sent: readonly JsonSchema[]) {
  const reached = new Set<string>()
  reach(sent, all, reached)
  const free = (schema: JsonSchema): JsonSchema =>
    Object.fromEntries(
      Object.entries(schema).filter(
        ([name, value]) => !LIMITS.some(limit => limit === name) || typeof value === 'object',
      ),
    )
  return new Map(
    [...all].map(([name, schema]) => [
      name,
      reached.has(name) ? schema : (changed(schema, free) as JsonSchema),
    ]),
  )
}

/** Creates the components and a function that renders a route's schema, by reference if it has a name. */
export function createComponents() {
  const registries = { input: registryOf('input'), output: registryOf('output') }
  const output = componentsFor('output', registries.output)
  const input = componentsFor('input', registries.input)
  const alike = alikeIn(output, input)
  const used = new Map<string, JsonSchema>()
  /** Schemas of the requests. */
  const sent: JsonSchema[] = []

  /** Returns the name in the document; a request has its own name where it differs from the answer. */
  function nameOf(inner: string): string {
    if (!input.has(inner)) return inner
    return alike.has(inner) ? withoutSuffix(inner) : `${withoutSuffix(inner)}Request`
  }

  function include(inner: string): void {
    const schema = output.get(inner) ?? input.get(inner)
    if (!schema) throw new Error(`no schema is called ${inner}`)
    const name = nameOf(inner)
    const said = renamed(schema, nameOf)
    const before = used.get(name)
    if (before && JSON.stringify(before) !== JSON.stringify(said)) {
      throw new Error(`two schemas would be called ${name}`)
    }
    if (before) return
    used.set(name, said)
    namesIn(schema).forEach(include)
  }

  /** Renders a schema in full; its named parts become references. */
  function whole(schema: z.ZodType, direction: Direction): JsonSchema {
    const id = registries[direction].get(schema)?.id
    const said = id === undefined ? unnamed(schema, direction) : (output.get(id) ?? input.get(id)!)
    namesIn(said).forEach(include)
    const schemaSaid = renamed(said, nameOf)
    if (direction === 'input') sent.push(schemaSaid)
    return schemaSaid
  }

  const unnamed = (schema: z.ZodType, io: Direction): JsonSchema =>
    lean(z.toJSONSchema(schema, { io, metadata: registries[io], unrepresentable: 'any', override }), io)

  return {
    whole,
    /** Returns the `{ $ref }` of a named schema, else the full schema. */
    say(schema: z.ZodType, direction: Direction): JsonSchema {
      const id = registries[direction].get(schema)?.id
      if (id === undefined) return whole(schema, direction)
      include(id)
      const reference = referenceTo(nameOf(id))
      if (direction === 'input') sent.push(reference)
      return reference
    },
    /** Adds a schema of the document only, and returns its `{ $ref }`. */
    add(name: string, schema: JsonSchema): JsonSchema {
      used.set(name, schema)
      sent.push(schema)
      return referenceTo(name)
    },
    /** Returns the components in use. */
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries(
        [...hoisted(withoutLimits(reused(used), sent))].sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
  }
}
