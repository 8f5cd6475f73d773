import { type GridCell, type GridRow, ownCells } from '../grid'
import { fold, joinLayout } from '../text'
import { areaOfLine, withoutNumbering } from './areas'

/** Meaning of a separate line (one filled cell, or a line above the table). */
export type Section =
  | { kind: 'area'; name: string }
  | { kind: 'class'; name: string }
  | { kind: 'note' }
  | { kind: 'not-involved' }
  | { kind: 'contents' }
  | { kind: 'other'; text: string }

const NOTE =
  /^[(（【*]?(?:填表说明|填报说明|填写说明|编制说明|使用说明|说明|注|备注|附注|填表人|填报人|填表单位|填报单位|制表|审核人|联系人|联系电话|单位负责人|填报日期)(?:[:：0-9一二三(（】)）.、\s]|$)/
const NOT_INVOLVED = /不涉及|未涉及|无涉及|不编制|不编写|没有涉及/
/** Checks for the name or title of a list of areas not involved. */
export const saysNotInvolved = (text: string): boolean =>
  NOT_INVOLVED.test(fold(text).replace(/[([][^)\]]*[)\]]?/g, ''))

const CONTENTS = /^(?:总?目录|目次|contents)$/i
const CLASS_LINE = /^[\u4e00-\u9fff、(（)）]{1,16}类$/

/** Classifies a separate line. */
export function sectionOf(text: string): Section {
  const line = joinLayout(text)
  const folded = fold(line)
  if (NOT_INVOLVED.test(folded)) return { kind: 'not-involved' }
  if (NOTE.test(line)) return { kind: 'note' }
  if (CONTENTS.test(folded)) return { kind: 'contents' }
  const area = line.length <= 40 ? areaOfLine(line) : undefined
  if (area !== undefined) return { kind: 'area', name: area }
  const bare = withoutNumbering(line)
  if (CLASS_LINE.test(fold(bare))) return { kind: 'class', name: bare }
  return { kind: 'other', text: line }
}

const HEADING = /^[\u4e00-\u9fff、（）()]{2,16}$/
const NO_HEADING =
  /[续續]表|[续續]上|接上|接下|以下|如下|本表|[负負][责責]|[单單]位|日期|空白|目[录錄]|清[单單]|一[览覽]表|[页頁]/

/** Returns a short name between rows that may be the level above the following rows: 综合业务. */
export function headingOf(text: string): string | undefined {
  const name = withoutNumbering(joinLayout(text))
  return HEADING.test(name) && !NO_HEADING.test(name) ? name : undefined
}

/** Checks for a numbered heading, `二 | 结果类`: its number, and its text over the rest of the row. */
const isNumberedHeading = (
  cells: readonly (GridCell | undefined)[],
  rowIndex: number,
  width: number,
): boolean => {
  const [number, heading] = cells
  if (!number || !heading || number.row !== rowIndex || heading.row !== rowIndex || heading.rowSpan > 1) {
    return false
  }
  const isNumber = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?$/.test(
    joinLayout(number.text),
  )
  return isNumber && heading.colSpan >= Math.max(3, width - 2)
}

/** Returns the text of a row that is one line of the table: one filled cell that spans columns or is in the first. */
export function lineOfRow(row: GridRow, rowIndex: number, width: number): string | undefined {
  const filled = row.cells.filter(cell => cell && joinLayout(cell.text) !== '')
  const all = [...new Set(filled)]
  const different = all.length === 2 && isNumberedHeading(all, rowIndex, width) ? all.slice(1) : all
  const [cell] = different
  if (different.length !== 1 || !cell || cell.row !== rowIndex) return undefined
  const spans = cell.colSpan >= Math.max(2, Math.ceil(width / 2))
  const alone = cell.column === 0 && !/^\d+(?:\.\d+)*$/.test(joinLayout(cell.text))
  return spans || alone || row.cells.length === 1 ? joinLayout(cell.text) : undefined
}

/** Checks for a signature row below the table, in which several cells are filled (填表人…审核人…). */
export const isSignatureRow = (row: GridRow, rowIndex: number): boolean =>
  ownCells(row, rowIndex).some(({ text }) =>
    /^(?:填表人|填报人|审核人|制表人|单位负责人|填表单位|填报单位|填报日期|合计|总计|共计)/.test(
      joinLayout(text),
    ),
  )
