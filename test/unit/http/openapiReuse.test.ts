import { CONTRACT } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { type Direction, createComponents } from '../../../server/http/openapi/components'
import { reused } from '../../../server/http/openapi/reuse'
import { NAMED_SCHEMAS } from '../../../server/http/openapi/schemas'
import { type JsonSchema, changed } from '../../../server/http/openapi/walk'

type Components = Record<string, JsonSchema>

/** Merges two schemas that both apply, without resolving their references. */
const merged = (one: unknown, other: unknown, components: Components): JsonSchema => {
  const [base, own] = [one, other].map(schema => resolved(schema as JsonSchema, components)) as [JsonSchema, JsonSchema] // prettier-ignore
  const both = (name: string) => name in base && name in own
  const parts = (base.properties ?? {}) as Components
  const ownParts = (own.properties ?? {}) as Components
  const choice = ['oneOf', 'anyOf'].find(both)
  const branches = base.oneOf as JsonSchema[] | undefined
  // What applies to a choice applies to each branch.
  if (branches && !choice && 'required' in own) {
    return { oneOf: branches.map(branch => merged(branch, own, components)) }
  }
  return {
    ...base,
    ...own,
    ...(both('items') && { items: merged(base.items, own.items, components) }),
    ...(choice && {
      [choice]: (base[choice] as unknown[]).map((part, at) => merged(part, (own[choice] as unknown[])[at], components)), // prettier-ignore
    }),
    ...(both('properties') && {
      properties: Object.fromEntries(
        Object.keys({ ...parts, ...ownParts }).map(name => [name, merged(parts[name] ?? {}, ownParts[name] ?? {}, components)]), // prettier-ignore
      ),
    }),
    ...(both('required') && { required: [...(base.required as string[]), ...(own.required as string[])] }),
  }
}

/** Returns a schema without `$ref` and `allOf`; its parts may have them. */
function resolved(schema: JsonSchema, components: Components): JsonSchema {
  const { $ref, allOf, ...own } = schema
  const bases = [...(typeof $ref === 'string' ? [components[$ref.split('/').at(-1)!]!] : []), ...((allOf ?? []) as JsonSchema[])] // prettier-ignore
  return bases.reduce<JsonSchema>((said, base) => merged(base, said, components), own)
}

/** Limits of what may be sent: a schema of answers alone need not say them. */
const LIMITS = new Set(['minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum'])

/** Returns a schema in full, in one order; in an answer a default and the limits of what is sent say nothing. */
const inFull = (schema: JsonSchema, components: Components, direction: Direction): unknown =>
  changed(schema, part => {
    const { default: fallback, required = [], additionalProperties, ...all } = resolved(part, components)
    const isSaid = (name: string) => direction === 'input' || !LIMITS.has(name)
    const said = Object.fromEntries(Object.entries(all).filter(([name]) => isSaid(name)))
    const isOpen = direction === 'output' && typeof additionalProperties === 'boolean'
    return {
      ...said,
      ...(additionalProperties !== undefined && !isOpen && { additionalProperties }),
      required: [...new Set(required as string[])].sort(),
      ...(direction === 'input' && { default: fallback }),
    }
  })

const namesIn = (schema: JsonSchema): string[] =>
  [...JSON.stringify(schema).matchAll(/components\/schemas\/(\w+)/g)].map(match => match[1]!)

const { say, whole, components } = createComponents()
for (const { body, response, lines } of Object.values<Endpoint>(CONTRACT)) {
  if (body) say(body, 'input')
  if (response ?? lines) say((response ?? lines)!, 'output')
}
const said = components()

describe('components refer to each other for what they have in common', () => {
  const named = [...NAMED_SCHEMAS].flatMap(([name, schema]) => [
    { name, schema, direction: 'output' as const },
    { name: `${name}Request`, schema, direction: 'input' as const },
  ])

  test('and together say what the contract says', () => {
    const compared = named.filter(({ name }) => name in said)
    const ofContract = new Set(compared.map(({ name }) => name))
    const used = new Set(Object.values(said).flatMap(namesIn))
    // What has no name in the contract is a part that others repeat.
    expect(Object.keys(said).filter(name => !ofContract.has(name) && !used.has(name))).toEqual([])
    expect(ofContract.size).toBeGreaterThan(400)
    for (const { name, schema, direction } of compared) {
      const full = inFull(whole(schema, direction), said, direction)
      expect({ name, full: inFull(said[name]!, said, direction) }).toEqual({ name, full })
    }
  })

  test('but a request is said in full: the fuzz test makes values from it', () => {
    const bodies = Object.values<Endpoint>(CONTRACT).flatMap(({ body }) => (body ? [say(body, 'input')] : []))
    const inside = new Set(bodies.flatMap(namesIn))
    for (const name of inside) for (const part of namesIn(said[name]!)) inside.add(part)
    expect([...inside].filter(name => JSON.stringify(said[name]).includes('"allOf"'))).toEqual([])
  })
})

describe('reused', () => {
  const text = { type: 'string', minLength: 1, maxLength: 200 }
  const object = (...names: string[]): JsonSchema => ({
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, text])),
    required: names,
  })

  test('an object says what it adds to the largest that it extends', () => {
    const schemas = new Map([
      ['A', object('first', 'second', 'third', 'fourth')],
      ['B', object('first', 'second', 'third', 'fourth', 'fifth')],
      ['C', object('first', 'second', 'third', 'fourth', 'fifth', 'sixth')],
    ])
    const { A, B, C } = Object.fromEntries(reused(schemas))
    expect(A).toEqual(schemas.get('A'))
    expect(B).toEqual({ allOf: [{ $ref: '#/components/schemas/A' }], properties: { fifth: text }, required: ['fifth'] }) // prettier-ignore
    expect(C).toEqual({ allOf: [{ $ref: '#/components/schemas/B' }], properties: { sixth: text }, required: ['sixth'] }) // prettier-ignore
  })

  test('an object that refuses further fields is extended by none, and an optional field is not a required one', () => {
    const names = ['first', 'second', 'third', 'fourth']
    const larger = object(...names, 'fifth')
    for (const base of [
      { ...object(...names), additionalProperties: false },
      { ...object(...names), required: ['first'] },
    ]) {
      expect(reused(new Map([['A', base], ['B', larger]])).get('B')).toEqual(larger) // prettier-ignore
    }
  })
})
