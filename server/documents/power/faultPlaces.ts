import type { PowerFault } from '@server/domain/power/check'
import type { PowerFaultCode } from '@shared/texts/powerFaults'
import type { PowerItem } from '@shared/contract/power/item'
import { type Column, SHEETS, type SheetKey } from './columns'

/** Workbook rows of a step, by number from 1. */
interface StepRows {
  row: number
  ways: number[]
  risks: number[]
}

/** Workbook rows of an item and its parts. */
export interface ItemRows {
  row: number
  basis: number[]
  entries: Record<'conditions' | 'materials' | 'negative', number[]>
  steps: StepRows[]
}

/** Position in a workbook: sheet, row and column. */
export interface Place {
  sheet: string
  row: number
  field: string
}

const headerAt = (sheet: SheetKey, path: string): string =>
  (SHEETS[sheet].columns as readonly Column[]).find(
    column =>
      column.path === path || column.path.startsWith(`${path}.`) || path.startsWith(`${column.path}.`),
  )?.header ?? ''

type Cell = readonly [SheetKey, string]

function cellInStep([head = '', ...rest]: readonly string[]): Cell {
  const part = head === 'next' ? 'ways' : head === 'risks' ? 'risks' : null
  return part ? [part, rest.slice(1).join('.')] : ['steps', [head, ...rest].join('.')]
}

/** Returns sheet and column of an item's field, by its path in the item: `steps.2.limit.n`. */
function cellOf(path: string): Cell {
  const [head = '', index, ...rest] = path.split('.')
  if (head === 'steps') return index === undefined ? ['steps', 'id'] : cellInStep(rest)
  if (head === 'basis') return ['basis', rest.join('.') || 'text']
  const isEntry = head === 'conditions' || head === 'materials' || head === 'negative'
  return isEntry ? ['entries', 'text'] : ['items', path]
}

/** Returns the column name of a field, in a workbook or not. */
export function headerOfPath(path: string): string {
  const [sheet, at] = cellOf(path)
  return headerAt(sheet, at)
}

const partOf = ({ ways, risks }: StepRows, part: string | undefined): number[] =>
  part === 'next' ? ways : part === 'risks' ? risks : []

function rowOf({ row, basis, entries, steps }: ItemRows, path: string): number {
  const [head = '', first, part, second] = path.split('.')
  const step = head === 'steps' ? steps[Number(first)] : undefined
  if (step) return partOf(step, part)[Number(second)] ?? step.row
  const parts: Readonly<Record<string, number[]>> = { basis, ...entries }
  return parts[head]?.[Number(first)] ?? row
}

/** Returns the position of an item's field in a workbook. */
export const placeOfPath = (rows: ItemRows, path: string): Place => ({
  sheet: SHEETS[cellOf(path)[0]].name,
  row: rowOf(rows, path),
  field: headerOfPath(path),
})

/** Column of a check's fault, for the item or the step. */
const OF_ITEM: Partial<Record<PowerFaultCode, string>> = {
  'code-missing': 'code',
  'code-duplicate': 'code',
  'name-missing': 'name',
  'class-unknown': 'class',
  'basis-missing': 'basis.0.text',
  'basis-unsourced': 'basis.0.source',
  'materials-missing': 'materials.0',
  'negative-missing': 'negative.0',
  'responsible-missing': 'responsible.body',
  'role-unknown': 'responsible.role',
  'steps-missing': 'steps',
  'limit-invalid': 'totalLimit',
  'limit-unsourced': 'totalLimit',
  'total-missing': 'totalLimit',
  'total-exceeded': 'totalLimit',
  'adoption-missing': 'adopted.meeting',
  'force-missing': 'inForce',
  'force-before-adoption': 'inForce',
}

const OF_STEP: Partial<Record<PowerFaultCode, string>> = {
  'step-id-missing': 'id',
  'step-duplicate': 'id',
  'step-name-missing': 'name',
  'step-kind-unknown': 'kind',
  'role-unknown': 'actor',
  'action-missing': 'action',
  'next-missing': 'next.0.to',
  'next-unknown': 'next.0.to',
  'branch-orphan': 'next.0.when.kind',
  'back-not-back': 'next.0.to',
  'back-unlimited': 'next.0.back.atMost',
  'no-end': 'next.0.to',
  'cycle-undeclared': 'next.0.to',
  'way-mixed': 'next.0.when.kind',
  'threshold-invalid': 'next.0.when.fromFen',
  'threshold-gap': 'next.0.when.fromFen',
  'threshold-overlap': 'next.0.when.fromFen',
  'threshold-unsourced': 'branchSource',
  'else-missing': 'next.0.when.kind',
  'result-missing': 'next.0.when.result',
  'limit-missing': 'limit',
  'limit-invalid': 'limit',
  'limit-unsourced': 'limit',
  'least-over-limit': 'least',
  'vote-missing': 'vote.present',
  'vote-misplaced': 'vote.present',
  'quorum-impossible': 'vote.present',
  'quorum-unsourced': 'vote.source',
  'vote-branch-missing': 'next.0.when.result',
  'disclosure-unlinked': 'disclosure.path',
  'disclosure-evidence': 'disclosure.evidence',
  'supervision-unclear': 'supervision.checks',
  'four-eyes': 'notBy',
  'four-eyes-unknown': 'notBy',
  'risk-without-control': 'risks.0.control',
}

/** Returns the path of a check's fault within its item: `steps.2.limit`. */
export function pathOfFault({ steps }: Pick<PowerItem, 'steps'>, { step: id, code }: PowerFault): string {
  const at = id === undefined ? -1 : steps.findIndex(step => step.id === id)
  return at < 0 ? (OF_ITEM[code] ?? 'code') : `steps.${at}.${OF_STEP[code] ?? 'id'}`
}

/** Describes the position: 工作表“环节”第12行“时限”. */
export const describePlace = ({ sheet, row, field }: Place): string =>
  `工作表“${sheet}”第${row}行${field ? `“${field}”` : ''}`
