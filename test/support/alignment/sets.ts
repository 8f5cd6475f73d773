import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AlignableItem } from '../../../server/domain/alignment/suggest'

/** A village line with the catalogue items that a clerk would accept, the better one first; none = the village's own. */
export interface SetLine {
  path: string[]
  area?: string
  group: string
  accept: [catalogueId: string, relation: string][]
}

export interface AlignmentSet {
  source: string
  catalogue: (AlignableItem & { area: string })[]
  lines: SetLine[]
}

export const SET_NAMES = [
  'development',
  'north',
  'west',
  'town',
  'south',
  'lists',
  'spoken',
  'coast',
] as const
export type SetName = (typeof SET_NAMES)[number]

const fileOf = (name: SetName) => path.resolve('test/fixtures/alignment/sets', `${name}.json`)

type Stored = AlignmentSet | (Omit<AlignmentSet, 'catalogue'> & { catalogueOf: SetName })

/** Loads a set; some are further lines for the catalogue of another set. */
export function loadSet(name: SetName): AlignmentSet {
  const set = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Stored
  return 'catalogue' in set ? set : { ...set, catalogue: loadSet(set.catalogueOf).catalogue }
}

/** Areas of the development set that no weight is fitted on. */
const UNSEEN_AREAS = new Set([
  '社会保险',
  '医疗保障',
  '农村危房改造',
  '农村集体土地征收',
  '卫生健康',
  '救灾',
  '公共法律服务',
  '涉农补贴',
])

/** Sets that no weight is fitted on. */
const NEVER_FITTED: ReadonlySet<SetName> = new Set(['south', 'lists', 'spoken', 'coast'])

/** Whether the line is kept from the fitting: by the area of its item, or one of four of the village's own. */
export function isUnseen(name: SetName, { catalogue }: AlignmentSet, line: SetLine, at: number): boolean {
  if (NEVER_FITTED.has(name)) return true
  if (name === 'north' || name === 'west' || name === 'town') return false
  const accepted = line.accept[0]?.[0]
  if (accepted === undefined) return at % 4 === 0
  return UNSEEN_AREAS.has(catalogue.find(({ id }) => id === accepted)?.area ?? '')
}

/** Sets that were there when the weights were fitted. */
const FITTED_WITH: readonly SetName[] = ['development', 'north', 'west', 'town', 'south']

/** SHA-256 over the files of the sets, kept with the fitted weights. */
export function hashOfSets(): string {
  const hash = createHash('sha256')
  for (const name of FITTED_WITH) hash.update(readFileSync(fileOf(name)))
  return hash.digest('hex')
}
