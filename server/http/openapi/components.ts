import { z } from 'zod'
import { CalendarDate, Fen, Instant } from '@shared/contract/common'
import { NAMED_SCHEMAS } from './schemas'

export type JsonSchema = Record<string, unknown>

/** Ends the inner name of a schema as a request takes it: what has a default may be left out there, never in an answer. */
const SUFFIX = { input: '_request', output: '' } as const
export type Direction = keyof typeof SUFFIX

/** Formats of the standard: their name says it all, zod's long pattern is left out. */
const STANDARD_FORMATS = new Set(['date', 'date-time'])

const pathOf = (name: string) => `#/components/schemas/${name}`
const REFERENCE = /"#\/(?:components\/schemas|\$defs)\/(\w+)"/g

const IN_PLACE = new Set<z.ZodType>([CalendarDate, Instant, Fen])

type Registry = z.core.$ZodRegistry<{ id: string }>

function registryOf(direction: Direction): Registry {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of NAMED_SCHEMAS) {
    // A date and an instant are said in place: their name would be longer than what it stands for.
    if (!registry.has(schema) && !IN_PLACE.has(schema)) {
      registry.add(schema, { id: `${name}${SUFFIX[direction]}` })
    }
  }
  return registry
}

/** Answers may gain fields: only what refuses unknown fields says so. */
const override: z.core.ToJSONSchemaParams['override'] = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod
  if (def.type === 'object' && !('catchall' in def && def.catchall)) delete jsonSchema.additionalProperties
}

/** A part of one type: `type: [x, 'null']` says as much as a choice between it and null. */
const isPlain = (part: JsonSchema): boolean =>
  typeof part.type === 'string' && !('enum' in part) && !('const' in part)

/** Says the same with fewer words. */
function leaner(node: JsonSchema, direction: Direction): JsonSchema {
  const { $schema: _dialect, $id: _id, id: _name, $defs: _parts, ...rest } = node
  if (STANDARD_FORMATS.has(String(rest.format))) delete rest.pattern
  // Every integer is a safe one, and an answer leaves nothing out.
  if (rest.maximum === Number.MAX_SAFE_INTEGER) delete rest.maximum
  if (rest.minimum === Number.MIN_SAFE_INTEGER) delete rest.minimum
  if (direction === 'output') delete rest.default
  const [part, nothing] = (rest.anyOf ?? []) as JsonSchema[]
  if (!part || nothing?.type !== 'null' || !isPlain(part)) return rest
  const { anyOf: _choice, ...others } = rest
  return { ...others, ...part, type: [part.type, 'null'] }
}

/** The schema and all its parts, without what says nothing. */
function lean(node: unknown, direction: Direction): unknown {
  if (Array.isArray(node)) return node.map(part => lean(part, direction))
  if (typeof node !== 'object' || node === null) return node
  const made = Object.entries(node).map(([name, part]) => [
    name,
    name === 'properties' ? eachLean(part as JsonSchema, direction) : lean(part, direction),
  ])
  return leaner(Object.fromEntries(made) as JsonSchema, direction)
}

/** Properties may be called like keywords. */
const eachLean = (properties: JsonSchema, direction: Direction): JsonSchema =>
  Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, lean(part, direction)]))

function componentsFor(direction: Direction, registry: Registry): Map<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(registry, {
    io: direction,
    uri: pathOf,
    unrepresentable: 'any',
    override,
  })
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [name, lean(schema, direction) as JsonSchema]),
  )
}

/** Names of the components that a schema refers to, directly. */
const namesIn = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(REFERENCE)].map(match => match[1]!)

/** The schema with every reference renamed. */
const renamed = (schema: JsonSchema, nameOf: (name: string) => string): JsonSchema =>
  JSON.parse(
    JSON.stringify(schema).replace(REFERENCE, (_all, name: string) => JSON.stringify(pathOf(nameOf(name)))),
  ) as JsonSchema

const withoutSuffix = (name: string) => name.slice(0, -SUFFIX.input.length)

/** Names of the requests that say the same as the answer of that name. */
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

/** All components, and a way to say a schema of a route: by reference where it has a name. */
export function createComponents() {
  const registries = { input: registryOf('input'), output: registryOf('output') }
  const output = componentsFor('output', registries.output)
  const input = componentsFor('input', registries.input)
  const alike = alikeIn(output, input)
  const used = new Map<string, JsonSchema>()

  /** Name in the document: a request has one of its own where it differs from the answer. */
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

  /** The text of a schema; parts that have a name are referred to. */
  function whole(schema: z.ZodType, direction: Direction): JsonSchema {
    const id = registries[direction].get(schema)?.id
    const said = id === undefined ? unnamed(schema, direction) : (output.get(id) ?? input.get(id)!)
    namesIn(said).forEach(include)
    return renamed(said, nameOf)
  }

  const unnamed = (schema: z.ZodType, io: Direction): JsonSchema =>
    lean(
      z.toJSONSchema(schema, { io, metadata: registries[io], unrepresentable: 'any', override }),
      io,
    ) as JsonSchema

  return {
    whole,
    /** `{ $ref }` of a named schema, else its text. */
    say(schema: z.ZodType, direction: Direction): JsonSchema {
      const id = registries[direction].get(schema)?.id
      if (id === undefined) return whole(schema, direction)
      include(id)
      return { $ref: pathOf(nameOf(id)) }
    },
    /** `{ $ref }` of a schema that the document alone has. */
    add(name: string, schema: JsonSchema): JsonSchema {
      used.set(name, schema)
      return { $ref: pathOf(name) }
    },
    /** The components that were referred to. */
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries([...used].sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}
