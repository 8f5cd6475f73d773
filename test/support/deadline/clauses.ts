import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A clause of test/fixtures/deadlines with its labels. */
export interface Clause {
  text: string
  label: string
  /** Names of events, one of which every rule of the clause has; empty: not compared. */
  events: string[]
  /** Number of rules of its first label. */
  rules: number
  /** Where a subject, a place or an object may grow: at the start, behind 在, 向, 将, and behind the act at the end. */
  places: number[]
}

const PLACE =
  /(?<=[，；。]|^)(?=[^0-9每按一-十至第](?:[^，；。]*?)应当)|(?<=应当(?:将|对))|(?<=[内前]在)|(?<=公布|公示|公告)(?=[^，。；的期时0-9一-十之后前]{2,}[。；]?$)/g

const FIXTURE = path.resolve(__dirname, '../../fixtures/deadlines/clauses.tsv')

/** All clauses of the fixture, in order. */
export const clauses = (): Clause[] =>
  readFileSync(FIXTURE, 'utf8')
    .trim()
    .split('\n')
    .map(line => {
      const [text = '', label = '', events] = line.split('\t')
      const [first = ''] = label.split(' | ')
      const rules = first === 'none' ? 0 : first.split(' + ').length
      const places = [...text.matchAll(PLACE)].map(({ index }) => index)
      return { text, label, events: events?.split('/') ?? [], rules, places }
    })
