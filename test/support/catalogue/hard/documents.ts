import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Level, Mode } from '@shared/contract/catalogues/catalogue'
import type { Item, TrialDocument } from '../trials/facts'
import { seededRandom } from '../trials/random'

type Stored = Omit<Item, 'scope' | 'mode' | 'levels'>
interface Fixture {
  documents: { id: string; area: string; rows: Stored[] }[]
}

const FILE = path.join(__dirname, '../../../fixtures/catalogue/hard.json')
const SCOPES: readonly Item['scope'][] = ['public', 'public', 'specific', 'both']
const MODES: readonly Mode[] = ['active', 'active', 'on-request']
const LEVELS: readonly Level[][] = [['county'], ['town'], ['county', 'town'], ['town', 'village']]

/**
 * Published catalogues that were found on the web after the reader was written, a few rows each; audience, mode and
 * levels are drawn, as excerpts tick nearly the same everywhere.
 */
const DOCUMENTS: readonly TrialDocument[] = (JSON.parse(readFileSync(FILE, 'utf8')) as Fixture).documents.map(
  ({ id, area, rows }) => ({
    id,
    area,
    rows: rows.map((row, at) => {
      const random = seededRandom(`hard ${id} ${at}`)
      return { ...row, scope: random.of(SCOPES), mode: random.of(MODES), levels: random.of(LEVELS) }
    }),
  }),
)

/** One half was looked at while the reader was changed; the other half is the report. */
export const TUNED = DOCUMENTS.filter((_, at) => at % 2 === 0)
export const REPORTED = DOCUMENTS.filter((_, at) => at % 2 === 1)
