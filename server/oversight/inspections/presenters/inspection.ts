import { BLANK_CELL, OBLIGATION_STATES, INSPECTION_RESULTS } from '@shared/facts/disclosure/matrixCodes'
import { stateOf } from '@server/domain/obligation'
import { chinaDate, dateLabel } from '@shared/common/period'
import { type Rows, dayCell, figureCell } from '@server/documents/xlsx/cells'
import {
  type Inspection,
  type InspectionCell,
  type InspectionList,
  InspectionResult,
} from '@shared/contract/disclosure/matrix'
import type { InspectionContext } from '../queries/inspections'
import type { InspectionCellRow, InspectionRow } from '../models/inspections'
import type { Actor } from '@server/platform/access/actor'
import { can } from '../policy'
import { orgTarget, presentOrgRef, type OrgRow } from '@server/people/orgs'

const presentHead = (sheet: InspectionRow): InspectionList['items'][number] => ({
  id: sheet._id,
  year: sheet.year,
  fromMonth: sheet.fromMonth,
  toMonth: sheet.toMonth,
  seed: sheet.seed,
  frame: sheet.frame,
  frameSha256: sheet.frameSha256,
  size: sheet.cells.length,
  looked: sheet.cells.filter(({ result }) => result !== null).length,
  by: sheet.byName,
  at: sheet.at.toISOString(),
})

const labelOf = (code: string): string => {
  const state = stateOf(code)
  return state ? OBLIGATION_STATES[state].label : BLANK_CELL.label
}

const presentCell = (cell: InspectionCellRow, index: number): InspectionCell => ({
  index: index + 1,
  village: cell.village,
  villageName: cell.villageName,
  itemKey: cell.itemKey,
  name: cell.name,
  area: cell.area,
  month: cell.month,
  code: cell.code,
  stateLabel: labelOf(cell.code),
  result: cell.result,
  resultLabel: cell.result && INSPECTION_RESULTS[cell.result],
  note: cell.note,
  by: cell.byName,
  at: cell.at && cell.at.toISOString(),
})

/** Presents a sheet with its results to staff of the street and above. */
export const presentInspection = ({ sheet, org }: InspectionContext, actor: Actor): Inspection => ({
  ...presentHead(sheet),
  org: presentOrgRef(org),
  version: sheet.version,
  results: InspectionResult.options.map(result => ({ result, label: INSPECTION_RESULTS[result] })),
  cells: sheet.cells.map(presentCell),
  mayRecord: can(actor, 'inspection.record', orgTarget(org)),
})

export const presentInspectionList = (
  sheets: InspectionRow[],
  org: OrgRow,
  actor: Actor,
): InspectionList => ({
  items: sheets.map(presentHead),
  mayDraw: can(actor, 'inspection.draw', orgTarget(org)),
})

const dayOf = (at: string) => dayCell(dateLabel(chinaDate(at)))

/** Builds the rows of the printable sheet with the results so far. */
export function inspectionRows({ org, ...sheet }: Inspection): Rows {
  return [
    [`${org.name} ${sheet.year}年${sheet.fromMonth}月至${sheet.toMonth}月公开抽查表`],
    [
      '抽取办法',
      `种子“${sheet.seed}”，从 ${sheet.frame} 格里抽 ${sheet.size} 格，清单指纹 ${sheet.frameSha256}`,
    ],
    ['抽取人', sheet.by, dayOf(sheet.at)],
    ['序号', '村（社区）', '领域', '事项', '月份', '登记的情况', '抽查结果', '说明', '抽查人', '日期'],
    ...sheet.cells.map(cell => [
      figureCell(String(cell.index)),
      cell.villageName,
      cell.area,
      cell.name,
      cell.month,
      cell.stateLabel,
      cell.resultLabel ?? '',
      cell.note ?? '',
      cell.by ?? '',
      cell.at === null ? '' : dayOf(cell.at),
    ]),
  ]
}
