import type { CatalogueRow } from '@shared/contract/catalogues/catalogue'
import type { Fact } from './facts'

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** What a file says of an item: `null` where the layout lost it, absent where the table has no such column. */
export type Truth = { [K in keyof Fact]?: Fact[K] | null }

const flatAll = (texts: readonly string[] | null | undefined): string[] | null => texts?.map(flat) ?? null

const FIELDS: Readonly<
  Record<string, { key: keyof Fact; read: (row: CatalogueRow) => unknown; truth: (fact: Truth) => unknown }>
> = {
  displayNo: { key: 'no', read: row => row.displayNo, truth: fact => fact.no },
  path: { key: 'path', read: row => flatAll(row.path), truth: fact => flatAll(fact.path) },
  elements: { key: 'elements', read: row => flatAll(row.elements), truth: fact => flatAll(fact.elements) },
  basis: {
    key: 'basis',
    read: row => row.basis.map(({ text }) => flat(text)),
    truth: fact => flatAll(fact.basis),
  },
  deadline: {
    key: 'deadline',
    read: row => flat(row.deadline ?? ''),
    truth: fact => (fact.deadline === null ? null : flat(fact.deadline ?? '')),
  },
  subjects: { key: 'subjects', read: row => flatAll(row.subjects), truth: fact => flatAll(fact.subjects) },
  channels: {
    key: 'channels',
    read: row => row.channels.filter(({ ticked }) => ticked === true).map(({ name }) => flat(name)),
    truth: fact => flatAll(fact.channels),
  },
  audience: { key: 'scope', read: row => row.audience.scope, truth: fact => fact.scope },
  mode: { key: 'mode', read: row => row.mode, truth: fact => fact.mode },
  levels: { key: 'levels', read: row => row.levels, truth: fact => fact.levels },
}

/** How a read file compares with the facts, cell by cell. */
export interface Score {
  cells: number
  right: number
  /** Listed as inherited; listed as uncertain, right or not. */
  inherited: number
  flagged: number
  /** Wrong and not listed as uncertain: the fault that counts double. */
  silent: string[]
  /** Wrong, and listed as uncertain. */
  wrong: string[]
}

export const emptyScore = (): Score => ({
  cells: 0,
  right: 0,
  inherited: 0,
  flagged: 0,
  silent: [],
  wrong: [],
})

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Right: the value itself, or nothing claimed where the layout lost it, and said so. */
const isRight = (read: unknown, truth: unknown, flagged: boolean): boolean =>
  truth === null ? saysNothing(read) && flagged : JSON.stringify(read) === JSON.stringify(truth)

function compareField(score: Score, fact: Truth, row: CatalogueRow | undefined, field: string): void {
  const rule = FIELDS[field]
  if (!rule || fact[rule.key] === undefined) return
  const read = row && rule.read(row)
  const truth = rule.truth(fact)
  const flagged = row?.uncertain.some(entry => entry.field === field) ?? false
  const right = isRight(read, truth, flagged)
  score.cells++
  score.right += Number(right)
  score.flagged += Number(flagged)
  score.inherited += Number(row?.inherited.includes(field) ?? false)
  const told = `${fact.no ?? ''} ${field}: ${JSON.stringify(read)} ≠ ${JSON.stringify(truth)}`
  if (!right) (flagged ? score.wrong : score.silent).push(told)
}

/** Compares rows with facts in order; `fields` are those that the layout shows. */
export function compare(
  rows: readonly CatalogueRow[],
  facts: readonly Truth[],
  fields = Object.keys(FIELDS),
): Score {
  const score = emptyScore()
  if (rows.length !== facts.length) score.silent.push(`rows: ${rows.length} instead of ${facts.length}`)
  facts.forEach((fact, index) => fields.forEach(field => compareField(score, fact, rows[index], field)))
  return score
}
