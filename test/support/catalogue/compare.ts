import type { CatalogueRow } from '@shared/schemas/catalogue'
import type { Fact } from './facts'

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const FIELDS: Readonly<
  Record<string, { read: (row: CatalogueRow) => unknown; truth: (fact: Fact) => unknown }>
> = {
  displayNo: { read: row => row.displayNo, truth: fact => fact.no },
  path: { read: row => row.path.map(flat), truth: fact => fact.path.map(flat) },
  elements: { read: row => row.elements.map(flat), truth: fact => fact.elements.map(flat) },
  basis: { read: row => row.basis.map(({ text }) => flat(text)), truth: fact => fact.basis.map(flat) },
  deadline: { read: row => flat(row.deadline ?? ''), truth: fact => flat(fact.deadline) },
  subjects: { read: row => row.subjects.map(flat), truth: fact => fact.subjects.map(flat) },
  channels: {
    read: row => row.channels.filter(({ ticked }) => ticked === true).map(({ name }) => flat(name)),
    truth: fact => fact.channels.map(flat),
  },
  audience: { read: row => row.audience.scope, truth: fact => fact.scope },
  mode: { read: row => row.mode, truth: fact => fact.mode },
  levels: { read: row => row.levels, truth: fact => fact.levels },
}

/** How a read file compares with the facts, cell by cell. */
export interface Score {
  cells: number
  right: number
  /** Right or not, the field is listed as uncertain. */
  flagged: number
  /** Wrong and not listed: the fault that counts double. */
  silent: string[]
}

/** Compares rows with facts in order; `fields` are those that the layout shows. */
export function compare(
  rows: readonly CatalogueRow[],
  facts: readonly Fact[],
  fields = Object.keys(FIELDS),
): Score {
  const score: Score = { cells: 0, right: 0, flagged: 0, silent: [] }
  if (rows.length !== facts.length) score.silent.push(`rows: ${rows.length} instead of ${facts.length}`)
  facts.forEach((fact, index) => {
    const row = rows[index]
    for (const field of fields) {
      const rule = FIELDS[field]
      if (!rule) continue
      score.cells++
      const read = row ? rule.read(row) : undefined
      const truth = rule.truth(fact)
      const right = JSON.stringify(read) === JSON.stringify(truth)
      const flagged = row?.uncertain.some(entry => entry.field === field) ?? false
      if (right) score.right++
      if (flagged) score.flagged++
      if (!right && !flagged) {
        score.silent.push(`${fact.no} ${field}: ${JSON.stringify(read)} ≠ ${JSON.stringify(truth)}`)
      }
    }
  })
  return score
}
