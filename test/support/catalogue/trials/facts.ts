import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Level, Mode } from '@shared/contract/catalogues/catalogue'
import { seededRandom } from './random'

/** One item of a published catalogue: what a file made from it has to give back. */
export interface Item {
  no: string | null
  path: string[]
  elements: string[]
  basis: string[]
  deadline: string
  subjects: string[]
  /** Ticked channels, and all names that the cell lists. */
  channels: string[]
  listed: string[]
  scope: 'public' | 'specific' | 'both'
  mode: Mode
  levels: Level[]
}

export interface TrialDocument {
  id: string
  area: string
  rows: Item[]
}

type Stored = Omit<Item, 'scope' | 'mode' | 'levels' | 'listed'> & { listed: number }

/** The fixture; rows name their list of channels by its place in `listed`. */
interface Fixture {
  listed: string[][]
  documents: { id: string; area: string; rows: Stored[] }[]
}

const FILE = path.join(__dirname, '../../../fixtures/catalogue/trials.json')

const SCOPES: readonly Item['scope'][] = ['public', 'public', 'public', 'public', 'specific', 'both']
const MODES: readonly Mode[] = ['active', 'active', 'active', 'active', 'on-request', 'both']
const LEVELS: readonly Level[][] = [
  ['county'],
  ['county', 'town'],
  ['town'],
  ['town', 'village'],
  ['village'],
]

const { listed, documents } = JSON.parse(readFileSync(FILE, 'utf8')) as Fixture

/** The audience, mode and levels vary: published excerpts tick nearly the same everywhere, which would test nothing. */
function varied(id: string, row: Stored, index: number): Item {
  const random = seededRandom(`${id} ${index}`)
  const shown = { listed: listed[row.listed] ?? [], scope: random.of(SCOPES), mode: random.of(MODES) }
  return { ...row, ...shown, levels: random.of(LEVELS) }
}

/** The published catalogues of the fixture, in its order. */
export const DOCUMENTS: readonly TrialDocument[] = documents.map(({ id, area, rows }) => ({
  id,
  area,
  rows: rows.map((row, index) => varied(id, row, index)),
}))
