import type { Chance } from '../privacy/chance'
import { type Path, valueAt, withValue } from '../injection/fields'

/** What is seldom expected where something else is. */
const NASTY: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1.5,
  1e21,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[]],
  'a'.repeat(300),
  '字'.repeat(20_000),
  '2026-02-30',
  '0000',
  '9999Q4',
  '2026-13',
  '\u0000',
  '\uD800',
  '🀄️',
  '\u202Eabc',
  '$where',
  '../..',
  '%00',
  '=HYPERLINK("x")',
  '(((((((((((((((((((((((a*)*)*)*)*)*',
  { $ne: 1 },
  { $gt: '' },
  { $regex: '^(a+)+$' },
  { toString: 1 },
  { length: -1 },
  Array.from({ length: 3_000 }, () => 0),
]

export const nasty = (chance: Chance): unknown => chance.pick(NASTY)

/** Every path into a value, itself included. */
export function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return value
  if (rest.length > 0) return withValue(value, [key], without(Reflect.get(value, key), rest))
  if (Array.isArray(value)) return value.filter((_one, at) => String(at) !== String(key))
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(key)))
}

/** The value with one place changed, left out, doubled or given a name that nobody knows. */
export function mutated(value: unknown, chance: Chance): unknown {
  const path = chance.pick(pathsOf(value))
  const turn = chance.int(0, 4)
  if (turn === 0) return without(value, path)
  const holder = path.slice(0, -1)
  const held = valueAt(value, holder)
  if (turn > 1 || typeof held !== 'object' || held === null) return withValue(value, path, nasty(chance))
  return withValue(value, [...holder, chance.pick(['bogus', '__proto__x', '$set', ''])], nasty(chance))
}

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** A text that is no sound JSON, or more of it than anybody needs. */
export function brokenText(text: string, chance: Chance): string {
  return chance.pick([
    text.slice(0, chance.int(0, text.length)),
    `${text}${text}`,
    `\uFEFF${text}`,
    text.replace(/"/g, "'"),
    text.replace(/:/, ':NaN,"a":'),
    `{"__proto__":{"polluted":true},${text.slice(1)}`,
    deep(10_000),
    `{"a":${deep(25)}}`,
    '"\\ud800"',
    '1e400',
  ])
}
