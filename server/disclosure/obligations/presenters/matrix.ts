import { isVillage } from '@shared/common/orgKinds'
import { BLANK_CELL, NOT_ADOPTED_CELL, OBLIGATION_STATES } from '@shared/facts/disclosure/matrixCodes'
import { BLANK, NOT_ADOPTED, letterOf } from '@server/domain/obligation'
import { dateLabel } from '@shared/common/period'
import { type Cell, type Rows, dayCell, figureCell, sumCell } from '@server/documents/xlsx/cells'
import type {
  Coverage,
  MatrixCell,
  MatrixCode,
  ObligationMatrix,
  Today,
} from '@shared/contract/disclosure/matrix'
import { ObligationState } from '@shared/contract/disclosure/obligation'
import type { CellRows } from '../queries/matrixCell'
import type { MatrixData } from '../queries/matrix'
import type { TodayRows } from '../queries/today'
import { presentObligation } from './obligation'
import type { ObligationRow } from '../models/obligations'
import type { Actor } from '@server/platform/access/actor'
import { presentDiscrepancyList } from '@server/disclosure/discrepancies'
import { presentOrgRef } from '@server/people/orgs'

/** Legend of the matrix letters, most urgent first. */
export const MATRIX_CODES: readonly MatrixCode[] = [
  ...ObligationState.options.map(state => ({ code: letterOf(state), state, ...OBLIGATION_STATES[state] })),
  { code: NOT_ADOPTED, state: 'not-adopted', ...NOT_ADOPTED_CELL },
  { code: BLANK, state: null, ...BLANK_CELL },
]

/** Staff: the matrix of a street, a district, or a single village. */
export function presentMatrix({ org, year, today, items, villages }: MatrixData): ObligationMatrix {
  return {
    org: presentOrgRef(org),
    year,
    today,
    codes: [...MATRIX_CODES],
    items: items.map(({ key, itemId, area, name, category, deadline, own }) => ({
      key,
      itemId,
      area,
      name,
      category,
      deadline,
      own,
    })),
    villages: villages.map(({ org: village, rows }) => ({ code: village._id, name: village.name, rows })),
  }
}

/** Staff: the obligations of a matrix cell. */
export function presentMatrixCell(
  { village, month, obligations, notAdopted }: CellRows,
  actor: Actor,
  today: string,
): MatrixCell {
  return {
    village: presentOrgRef(village),
    name: obligations[0]?.name ?? notAdopted?.name ?? '',
    month,
    obligations: obligations.map(row => presentObligation(row, village, actor, today)),
    notAdopted: notAdopted && { reason: notAdopted.reason },
  }
}

const OBLIGES = new Set(
  ObligationState.options
    .filter(state => state !== 'not-applicable' && state !== 'not-yet-triggered')
    .map(letterOf),
)
const DISCLOSED = new Set([letterOf('done-on-time'), letterOf('done-late')])
const OVERDUE = letterOf('overdue')

const has = (letters: string, wanted: ReadonlySet<string>): boolean =>
  [...letters].some(one => wanted.has(one))

interface Share {
  items: number
  disclosed: number
  overdue: number
}

/** Returns how many obliging items were disclosed at least once. */
function shareOf(rows: readonly string[]): Share {
  const obliging = rows.filter(letters => has(letters, OBLIGES))
  return {
    items: obliging.length,
    disclosed: obliging.filter(letters => has(letters, DISCLOSED)).length,
    overdue: obliging.filter(letters => letters.includes(OVERDUE)).length,
  }
}

/** Staff: coverage by area and by village, in the villages' own order, without a ranking. */
export function presentCoverage({ org, year, today, items, villages }: MatrixData): Coverage {
  const areas = [...new Set(items.map(({ area }) => area))]
  const column = (index: number) => villages.map(({ rows }) => rows[index]!)
  return {
    org: presentOrgRef(org),
    year,
    today,
    total: shareOf(villages.flatMap(({ rows }) => rows)),
    areas: areas.map(area => {
      const inArea = items.map((item, index) => ({ item, letters: column(index) })).filter(({ item }) => item.area === area) // prettier-ignore
      return {
        area,
        ...shareOf(inArea.flatMap(({ letters }) => letters)),
        missing: inArea
          .filter(({ letters }) => letters.some(one => one.includes(OVERDUE)))
          .map(({ item }) => ({ itemId: item.itemId, name: item.name })),
      }
    }),
    villages: isVillage(org)
      ? []
      : villages.map(({ org: village, rows }) => ({
          code: village._id,
          name: village.name,
          ...shareOf(rows),
        })),
  }
}

/** Staff: the obligations and discrepancies that need action today. */
export function presentToday(rows: TodayRows, actor: Actor, today: string): Today {
  const { org, due, late, missing, different, counts, orgs } = rows
  const obligations = (all: readonly ObligationRow[]) =>
    all.flatMap(row => {
      const place = orgs.get(row.orgCode)
      return place ? [presentObligation(row, place, actor, today)] : []
    })
  return {
    org: presentOrgRef(org),
    today,
    due: obligations(due),
    late: obligations(late),
    missing: obligations(missing),
    discrepancies: presentDiscrepancyList(different, actor).items,
    counts,
  }
}

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
const labelOf = (letter: string): string => {
  const code = MATRIX_CODES.find(one => one.code === letter)
  return code?.state ? code.label : ''
}

/** Returns the matrix as rows of a sheet: one for each village and item in which something is due, states as text. */
export function matrixRows({ org, year, today, items, villages }: MatrixData): Rows {
  const lines = villages.flatMap(({ org: village, rows }) =>
    rows.flatMap((letters, index) => {
      const item = items[index]!
      return letters === BLANK.repeat(12)
        ? []
        : [[village.name, item.area, item.name, item.deadline ?? '', ...[...letters].map(labelOf)]]
    }),
  )
  return [
    [`${org.name} ${year}年公开情况`],
    ['截至', dayCell(dateLabel(today))],
    ['村（社区）', '领域', '事项', '公开时限', ...MONTHS],
    ...lines,
  ]
}

const percent = ({ items, disclosed }: Share): string =>
  items === 0 ? '' : `${Math.round((disclosed * 100) / items)}%`

const COUNTS = ['items', 'disclosed', 'overdue'] as const

/** Returns a row for each share, and their sum in a row below. */
function shareRows<Row extends Share>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  total: Share,
): Rows {
  const lines = rows.map((row): Cell[] => [
    nameOf(row),
    ...COUNTS.map(count => figureCell(String(row[count]))),
    figureCell(percent(row)),
  ])
  const sums = COUNTS.map(count =>
    sumCell(
      String(total[count]),
      lines.map(([, cell]) => cell!),
    ),
  )
  return [...lines, ['合计', ...sums, figureCell(percent(total))]]
}

/** Returns the coverage as rows of a sheet. */
export function coverageRows({ org, year, today, total, areas, villages }: Coverage): Rows {
  const head = ['应公开事项', '已公开', '有过期的', '已公开占比']
  return [
    [`${org.name} ${year}年公开覆盖`],
    ['截至', dayCell(dateLabel(today))],
    [],
    ['领域', ...head, '有过期的事项'],
    ...shareRows(areas, ({ area }) => area, total).map((row, at) => {
      const names = areas[at]?.missing.map(({ name }) => name)
      return names ? [...row, names.join('；')] : row
    }),
    ...(villages.length > 0
      ? [[], ['村（社区）', ...head], ...shareRows(villages, ({ name }) => name, total)]
      : []),
  ]
}
