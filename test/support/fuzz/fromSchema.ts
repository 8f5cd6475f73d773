import fc from 'fast-check'
import type { JsonSchema } from '../../../server/http/openapi/walk'
import type { Chance } from '../privacy/chance'

/** Deeper than this a reference is left empty: some schemas hold themselves. */
const DEEPEST = 6
const SOME_TEXTS = [
  '财务收支',
  '十月',
  '如下',
  '土地租金',
  '村民小组',
  '补贴',
  'V1',
  '1',
  '第一条 依据《条例》',
]

/** Texts that fit a pattern, made once for each: drawing from them costs nothing. */
const fitting = new Map<string, string[]>()

function textsFor(pattern: string): string[] {
  const known = fitting.get(pattern)
  if (known) return known
  const made = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 24, seed: 20_261_129 })
  fitting.set(pattern, made)
  return made
}

function textOf({ pattern, format, minLength, maxLength }: JsonSchema, chance: Chance): string {
  if (typeof pattern === 'string') return chance.pick(textsFor(pattern))
  if (format === 'date') return `2026-${chance.pick(['01', '10', '11'])}-${chance.pick(['05', '20', '28'])}`
  const least = Number(minLength ?? 0)
  const text = chance.pick(SOME_TEXTS).padEnd(least, '字')
  return text.slice(0, Number(maxLength ?? text.length))
}

function numberOf({ minimum, maximum, exclusiveMinimum }: JsonSchema, chance: Chance): number {
  const low = Math.max(Number(minimum ?? exclusiveMinimum ?? 0), -1_000)
  const high = Math.min(Number(maximum ?? 1_000), low + 1_000)
  return chance.pick([low + (exclusiveMinimum === undefined ? 0 : 1), high, chance.int(low + 1, high)])
}

/** Values that fit a schema of the OpenAPI document, at random. */
export function valuesOf(components: Record<string, JsonSchema>) {
  function valueOf(schema: JsonSchema, chance: Chance, depth = 0): unknown {
    if (typeof schema.$ref === 'string') {
      return depth > DEEPEST ? {} : valueOf(components[schema.$ref.split('/').at(-1)!]!, chance, depth + 1)
    }
    const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined
    if (choices) return valueOf(chance.pick(choices), chance, depth + 1)
    if ('const' in schema) return schema.const
    if (Array.isArray(schema.enum)) return chance.pick(schema.enum)
    const type = Array.isArray(schema.type) ? chance.pick(schema.type as string[]) : String(schema.type)
    return BY_TYPE[type]?.(schema, chance, depth) ?? null
  }

  const BY_TYPE: Record<string, (schema: JsonSchema, chance: Chance, depth: number) => unknown> = {
    object: objectOf,
    array: arrayOf,
    string: textOf,
    integer: numberOf,
    number: numberOf,
    boolean: (_schema, chance) => chance.pick([true, false]),
  }

  function objectOf({ properties = {}, required = [] }: JsonSchema, chance: Chance, depth: number) {
    const wanted = new Set(required as string[])
    const parts = Object.entries(properties as Record<string, JsonSchema>)
    const told = parts.filter(([name]) => wanted.has(name) || chance.int(0, 1) === 1)
    return Object.fromEntries(told.map(([name, part]) => [name, valueOf(part, chance, depth + 1)]))
  }

  function arrayOf({ items, minItems }: JsonSchema, chance: Chance, depth: number): unknown[] {
    const least = Number(minItems ?? 0)
    const count = depth > DEEPEST ? least : chance.int(least, least + 2)
    return Array.from({ length: count }, () => valueOf((items ?? {}) as JsonSchema, chance, depth + 1))
  }

  return valueOf
}
