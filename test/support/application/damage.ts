import { below, pick, type Random } from './eventLists'

const VALUES = [
  null,
  undefined,
  0,
  -1,
  1.5,
  1e400,
  '',
  ' ',
  '2025',
  '2025-02-30',
  '9999-12-31',
  'granted',
  'submitted',
  '第十四条',
  true,
  [],
  {},
  [[]],
  [null],
  { __proto__: null },
] as const

/** Replaces, removes or adds something anywhere in a value. */
export function damaged(random: Random, value: unknown): unknown {
  if (random() < 0.15 || typeof value !== 'object' || value === null) return pick(random, VALUES)
  if (Array.isArray(value)) {
    const list: unknown[] = [...value]
    if (list.length === 0 || random() < 0.2) return [...list, pick(random, VALUES)]
    const at = below(random, list.length)
    list[at] = damaged(random, list[at])
    return list
  }
  const keys = Object.keys(value)
  const key = keys.length === 0 || random() < 0.1 ? 'extra' : pick(random, keys)
  return { ...value, [key]: damaged(random, (value as Record<string, unknown>)[key]) }
}

/** What a refusal looks like: at least one fault, each with code, field and a Chinese sentence. */
export function expectNamed(faults: readonly { code: string; field?: string; message: string }[]): void {
  expect(faults.length).toBeGreaterThan(0)
  for (const { code, field, message } of faults) {
    expect([code, field, message]).toEqual([
      expect.stringMatching(/^[a-z-]+$/),
      expect.any(String),
      expect.stringMatching(/[\u4e00-\u9fff]/),
    ])
  }
}
