import { pathOf, referenceTo, type Schemas } from './reuse'
import { changed, type JsonSchema } from './walk'

const text = (value: unknown): string => JSON.stringify(value)

/** Fewest characters that a part of its own must spare; below it a reader gains nothing from another name. */
const LEAST_SPARED = 1
const KEYWORDS = ['type', 'enum', 'anyOf', 'oneOf', 'allOf']

const isPart = (node: object): boolean => KEYWORDS.some(keyword => keyword in node)
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

interface Part {
  times: number
  /** Property that has it first. */
  name: string
}

/** Counts every part below the components, with the property that has it. */
function countParts(schemas: Schemas): Map<string, Part> {
  const parts = new Map<string, Part>()
  const visit = (node: unknown, name: string, isRoot: boolean): void => {
    if (Array.isArray(node)) return node.forEach(one => visit(one, name, false))
    if (typeof node !== 'object' || node === null) return
    if (!isRoot && isPart(node)) {
      const said = text(node)
      parts.set(said, { name, ...parts.get(said), times: (parts.get(said)?.times ?? 0) + 1 })
    }
    for (const [key, value] of Object.entries(node as JsonSchema)) {
      if (key !== 'properties') visit(value, name, false)
      else for (const [property, part] of Object.entries(value as object)) visit(part, property, false)
    }
  }
  for (const [name, schema] of schemas) visit(schema, name, true)
  return parts
}

function freeName(wanted: string, taken: { has(name: string): boolean }): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted}${n}`
    if (!taken.has(name)) return name
  }
}

/** Gives a name to each part whose repetition costs more than the name; a component that says the same lends its own. */
function namesOf(schemas: Schemas): Map<string, string> {
  const own = new Map([...schemas].map(([name, schema]) => [text(schema), name]))
  const names = new Map<string, string>()
  const taken = new Set(schemas.keys())
  for (const [said, { times, name }] of countParts(schemas)) {
    const lent = own.get(said)
    const called = lent ?? freeName(capital(name), taken)
    const spared = (said.length - text({ $ref: pathOf(called) }).length) * times
    const cost = lent === undefined ? said.length + called.length + 4 : 0
    if (spared - cost < LEAST_SPARED) continue
    taken.add(called)
    names.set(said, called)
  }
  return names
}

/** Returns equivalent schemas that say each repeated part once, the largest first. */
export function hoisted(schemas: Schemas): Schemas {
  const names = namesOf(schemas)
  if (names.size === 0) return schemas
  const used = new Map<string, JsonSchema>()
  const replaced = (schema: JsonSchema, own: string): JsonSchema =>
    changed(schema, part => {
      const name = names.get(text(part))
      if (name === undefined || name === own || part === schema) return part
      if (!schemas.has(name)) used.set(name, part)
      return referenceTo(name)
    }) as JsonSchema
  const said = new Map([...schemas].map(([name, schema]) => [name, replaced(schema, name)]))
  return hoisted(new Map([...said, ...used]))
}
