import type { CatalogueRow, ParsedCatalogue } from '@shared/contract/catalogues/catalogue'
import type { Item } from './facts'

/** What a file says of an item: absent where it has no such column, `null` where its layout lost the value. */
export type Expected = { [K in keyof Item]?: Item[K] | null }

export interface Tally {
  cells: number
  right: number
  /** Wrong, and listed in `uncertain`. */
  flagged: number
  /** Wrong, and not listed. */
  silent: number
  /** Right, and listed all the same. */
  doubted: number
  notes: string[]
}

export const emptyTally = (): Tally => ({ cells: 0, right: 0, flagged: 0, silent: 0, doubted: 0, notes: [] })

export const addTally = (sum: Tally, one: Tally): Tally => ({
  cells: sum.cells + one.cells,
  right: sum.right + one.right,
  flagged: sum.flagged + one.flagged,
  silent: sum.silent + one.silent,
  doubted: sum.doubted + one.doubted,
  notes: [...sum.notes, ...one.notes],
})

const flat = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const flatAll = (texts: readonly string[]): string => texts.map(flat).join('|')

interface Rule {
  key: keyof Item
  read: (row: CatalogueRow) => string
  expected: (item: Item) => string
}

const RULES: Readonly<Record<string, Rule>> = {
  displayNo: { key: 'no', read: row => flat(row.displayNo ?? ''), expected: ({ no }) => flat(no ?? '') },
  path: { key: 'path', read: row => flatAll(row.path), expected: ({ path }) => flatAll(path) },
  elements: {
    key: 'elements',
    read: row => flatAll(row.elements),
    expected: ({ elements }) => flatAll(elements),
  },
  basis: {
    key: 'basis',
    read: row => flatAll(row.basis.map(({ text }) => text)),
    expected: ({ basis }) => flatAll(basis),
  },
  deadline: {
    key: 'deadline',
    read: row => flat(row.deadline ?? ''),
    expected: ({ deadline }) => flat(deadline),
  },
  subjects: {
    key: 'subjects',
    read: row => flatAll(row.subjects),
    expected: ({ subjects }) => flatAll(subjects),
  },
  channels: {
    key: 'channels',
    read: row =>
      flatAll(
        row.channels.map(
          ({ name, ticked }) => `${ticked === true ? '+' : ticked === false ? '-' : '?'}${name}`,
        ),
      ),
    expected: ({ channels, listed }) =>
      flatAll(listed.map(name => `${channels.includes(name) ? '+' : '-'}${name}`)),
  },
  audience: { key: 'scope', read: row => row.audience.scope ?? '', expected: ({ scope }) => scope },
  mode: { key: 'mode', read: row => row.mode ?? '', expected: ({ mode }) => mode },
  levels: { key: 'levels', read: row => (row.levels ?? []).join(), expected: ({ levels }) => levels.join() },
}

const said = (item: Expected, { key, expected }: Rule): string | null =>
  item[key] === null ? null : expected(item as Item)

const isDoubted = (row: CatalogueRow, field: string): boolean =>
  row.uncertain.some(entry => entry.field === field)

/** How many fields of a row agree with an item: to pair them where a row is missing or too many. */
const agreement = (row: CatalogueRow, item: Expected): number =>
  Object.values(RULES).filter(rule => item[rule.key] !== undefined && said(item, rule) === rule.read(row))
    .length

/** Pairs rows with items in order, best agreement first. */
function paired(rows: readonly CatalogueRow[], items: readonly Expected[]): (CatalogueRow | undefined)[] {
  if (rows.length === items.length) return [...rows]
  const open = [...rows]
  return items.map(item => {
    const best = open
      .map(row => agreement(row, item))
      .reduce((top, value, at, all) => (value > (all[top] ?? -1) ? at : top), 0)
    if (open.length === 0 || agreement(open[best] as CatalogueRow, item) < 2) return undefined
    return open.splice(best, 1)[0]
  })
}

const isRight = (read: string | undefined, expected: string | null, doubted: boolean): boolean =>
  expected === null ? read === '' && doubted : read === expected

function tallyCell(
  tally: Tally,
  row: CatalogueRow | undefined,
  item: Expected,
  [field, rule]: [string, Rule],
): void {
  tally.cells++
  const expected = said(item, rule)
  const read = row && rule.read(row)
  const doubted = row !== undefined && isDoubted(row, field)
  if (isRight(read, expected, doubted)) {
    tally.right++
    tally.doubted += Number(doubted && expected !== null)
    return
  }
  tally[doubted ? 'flagged' : 'silent']++
  tally.notes.push(
    `${doubted ? 'flagged' : 'SILENT'} ${item.no ?? ''} ${field}: ${read ?? 'no row'} ≠ ${expected ?? '(lost)'}`,
  )
}

/** Compares a read file with its items, cell by cell; a row too many is one silent fault unless its name is doubted. */
export function tallyOf(parsed: Pick<ParsedCatalogue, 'rows'>, items: readonly Expected[]): Tally {
  const tally = emptyTally()
  const rows = paired(parsed.rows, items)
  items.forEach((item, at) => {
    for (const [field, rule] of Object.entries(RULES)) {
      if (item[rule.key] !== undefined) tallyCell(tally, rows[at], item, [field, rule])
    }
  })
  for (const row of parsed.rows.filter(one => !rows.includes(one))) {
    const doubted = isDoubted(row, 'path')
    tally.cells++
    if (doubted) tally.flagged++
    else tally.silent++
    tally.notes.push(
      `${doubted ? 'flagged' : 'SILENT'} row ${row.row} too many: ${row.path.join('>')} ${row.elements.join('；')}`,
    )
  }
  return tally
}
