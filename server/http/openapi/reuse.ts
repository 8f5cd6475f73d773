import { type JsonSchema, changed } from './walk'

export type Schemas = ReadonlyMap<string, JsonSchema>

/** Length of the shortest object that others extend: what is shorter can be alike by coincidence. */
const LEAST_BASE = 90

export const pathOf = (name: string) => `#/components/schemas/${name}`
export const referenceTo = (name: string) => ({ $ref: pathOf(name) })

const text = (value: unknown): string => JSON.stringify(value)
const isEmpty = (value: object): boolean => Object.keys(value).length === 0
const propertiesOf = (schema: JsonSchema) => (schema.properties ?? {}) as Record<string, JsonSchema>
const requiredOf = (schema: JsonSchema) => (schema.required ?? []) as string[]

/** Returns a schema of these properties, in addition to what else is said of the object. */
const objectWith = (properties: Record<string, JsonSchema>, required: string[]): JsonSchema => ({
  ...(!isEmpty(properties) && { properties }),
  ...(!isEmpty(required) && { required }),
})

const pick = (
  properties: Record<string, JsonSchema>,
  isWanted: (name: string, part: JsonSchema) => boolean,
): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(properties).filter(([name, part]) => isWanted(name, part)))

/** Checks for an object that may have further fields. */
const isOpen = (schema: JsonSchema): boolean =>
  schema.type === 'object' && text(Object.keys(schema).sort()) === '["properties","required","type"]'

/** Checks that an object has every property of the base, with the same schema and as optional as there. */
function extendsBase(schema: JsonSchema, base: JsonSchema): boolean {
  const properties = propertiesOf(schema)
  const required = new Set(requiredOf(schema))
  const baseRequired = new Set(requiredOf(base))
  return Object.entries(propertiesOf(base)).every(
    ([name, part]) => text(properties[name]) === text(part) && required.has(name) === baseRequired.has(name),
  )
}

/** Refers to the largest schema that an object extends, and says only what the object adds to it. */
function extended(schema: JsonSchema, bases: Schemas): JsonSchema {
  if (!isOpen(schema)) return schema
  const [largest] = [...bases]
    .filter(([, base]) => extendsBase(schema, base))
    .sort(([, one], [, other]) => text(other).length - text(one).length)
  if (!largest) return schema
  const [name, base] = largest
  const more = objectWith(
    pick(propertiesOf(schema), property => !(property in propertiesOf(base))),
    requiredOf(schema).filter(property => !requiredOf(base).includes(property)),
  )
  return isEmpty(more) ? referenceTo(name) : { allOf: [referenceTo(name)], ...more }
}

/** Returns what is said of an object, a list or a choice itself, without its parts. */
function without(schema: JsonSchema, part: string): JsonSchema {
  const { [part]: _part, required: _required, ...rest } = schema
  return rest
}

/** Returns what an answer says beyond the request, or all that it says if their shapes differ. */
function beyond(answer: JsonSchema, request: JsonSchema): JsonSchema {
  const { default: _default, ...said } = request
  if (text(answer) === text(said)) return {}
  const isLike = (part: string) => text(without(answer, part)) === text(without(said, part))
  if (answer.items && isLike('items')) {
    return { items: beyond(answer.items as JsonSchema, said.items as JsonSchema) }
  }
  if (answer.properties && isLike('properties')) return objectBeyond(answer, said)
  if (!answer.oneOf || !isLike('oneOf')) return answer
  const requests = said.oneOf as JsonSchema[]
  const [first, ...others] = (answer.oneOf as JsonSchema[]).map((part, at) => beyond(part, requests[at]!))
  return others.every(other => text(other) === text(first)) ? first! : answer
}

function objectBeyond(answer: JsonSchema, request: JsonSchema): JsonSchema {
  const requests = propertiesOf(request)
  if (text(Object.keys(requests)) !== text(Object.keys(propertiesOf(answer)))) return answer
  const parts = Object.entries(propertiesOf(answer)).map(([name, part]) => [name, beyond(part, requests[name]!)] as const) // prettier-ignore
  return objectWith(
    pick(Object.fromEntries(parts), (_name, part) => !isEmpty(part)),
    requiredOf(answer).filter(name => !requiredOf(request).includes(name)),
  )
}

/** Says an answer by what it adds to its request, and every object by what it adds to another. */
function shortest(name: string, schema: JsonSchema, schemas: Schemas, bases: Schemas): JsonSchema {
  const request = schemas.get(`${name}Request`)
  const narrowed = request && { allOf: [referenceTo(`${name}Request`)], ...beyond(schema, request) }
  if (narrowed && text(narrowed).length < text(schema).length) return narrowed
  const others = new Map([...bases].filter(([, base]) => text(base) !== text(schema)))
  return changed(schema, part => extended(part, part === schema ? others : bases)) as JsonSchema
}

/** Returns equivalent schemas that refer to each other for what they have in common. */
export function reused(schemas: Schemas): Map<string, JsonSchema> {
  const bases = new Map(
    [...schemas].filter(([, schema]) => isOpen(schema) && text(schema).length >= LEAST_BASE),
  )
  return new Map([...schemas].map(([name, schema]) => [name, shortest(name, schema, schemas, bases)]))
}
