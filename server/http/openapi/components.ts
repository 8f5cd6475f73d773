import { z } from 'zod'
import * as auth from '@shared/contract/people/auth'
import * as catalogue from '@shared/contract/catalogues/catalogue'
import * as category from '@shared/contract/catalogues/category'
import * as common from '@shared/contract/common'
import * as files from '@shared/contract/disclosure/files'
import * as notice from '@shared/contract/disclosure/notice'
import * as org from '@shared/contract/people/org'
import * as presentation from '@shared/contract/disclosure/presentation'
import * as privacy from '@shared/contract/disclosure/privacy'
import * as reading from '@shared/contract/reading/site'
import * as work from '@shared/contract/disclosure/noticeWorkflow'

export type JsonSchema = Record<string, unknown>

const EXPORTS: Record<string, unknown> = {
  ...common,
  ...org,
  ...category,
  ...catalogue,
  ...notice,
  ...files,
  ...presentation,
  ...privacy,
  ...reading,
  ...auth,
  ...work,
}

/** Every shared schema by its exported name: the components of the OpenAPI document. */
const NAMED = Object.entries(EXPORTS).filter(
  (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
)

/** Requests may omit fields with a default, answers may not: two families of components. */
const SUFFIX = { input: 'Request', output: '' } as const
export type Direction = keyof typeof SUFFIX

const pathOf = (name: string) => `#/components/schemas/${name}`

function withoutNoise(schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema
  return rest
}

function componentsFor(direction: Direction): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [name, schema] of NAMED) {
    if (!registry.has(schema)) registry.add(schema, { id: `${name}${SUFFIX[direction]}` })
  }
  const { schemas } = z.toJSONSchema(registry, { io: direction, uri: pathOf, unrepresentable: 'any' })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutNoise(schema as JsonSchema)]),
  )
}

/** Returns the names of the components that a schema refers to directly. */
const namesIn = (schema: unknown): string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(match => match[1]!)

/** Creates the components and a function that renders a route's schema, by reference if it has a name. */
export function createComponents() {
  const all = { ...componentsFor('output'), ...componentsFor('input') }
  const used = new Set<string>()

  function include(name: string): void {
    if (used.has(name) || !all[name]) return
    used.add(name)
    namesIn(all[name]).forEach(include)
  }

  /** Renders a schema in full, without references. */
  const whole = (schema: z.ZodType, direction: Direction = 'input'): JsonSchema =>
    withoutNoise(z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' }) as JsonSchema)

  return {
    whole,
    /** Returns the `{ $ref }` of a named schema, else the full schema. */
    say(schema: z.ZodType, direction: Direction): JsonSchema {
      const name = NAMED.find(([, one]) => one === schema)?.[0]
      if (!name) return whole(schema, direction)
      include(`${name}${SUFFIX[direction]}`)
      return { $ref: pathOf(`${name}${SUFFIX[direction]}`) }
    },
    /** Returns the components in use. */
    components: (): Record<string, JsonSchema> =>
      Object.fromEntries([...used].sort().map(name => [name, all[name]!])),
  }
}
