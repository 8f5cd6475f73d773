import { isStreet, isVillage } from '@shared/common/orgKinds'
import { type Grid, type GridRow, textAt } from '@server/domain/catalogue/grid'
import { OrgCode, type Issue } from '@shared/contract/common'
import type { OrgKind } from '@shared/contract/people/org'

/** An organisation in a table of organisations 机构表. */
export interface OrgRead {
  row: number
  code: string
  name: string
  kind: OrgKind
  /** Empty at the root. */
  parentCode: string
  supervisorName: string | null
}

const COLUMNS = {
  code: '机构代码',
  name: '名称',
  kind: '类型',
  parentCode: '上级代码',
  supervisorName: '监督机构',
}
type Column = keyof typeof COLUMNS
type Places = Record<Column, number>

const KINDS: Readonly<Record<string, OrgKind>> = {
  新区: 'new-area',
  区县: 'new-area',
  新城: 'new-city',
  街道: 'street',
  镇: 'town',
  乡: 'town',
  村: 'village',
  社区: 'community',
}

const issue = (row: number, field: Column, message: string): Issue => ({ code: `org-${field}`, row, field, message: `第 ${row} 行：${message}` }) // prettier-ignore

function placesIn(row: GridRow): Places | null {
  const texts = row.cells.map((_, column) => textAt(row, column).trim())
  const places = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, word]) => [column, texts.indexOf(word)]),
  ) as Places
  return places.code >= 0 && places.name >= 0 && places.kind >= 0 && places.parentCode >= 0 ? places : null
}

function orgIn(row: GridRow, places: Places, issues: Issue[]): OrgRead | null {
  const text = (column: Column) => (places[column] < 0 ? '' : textAt(row, places[column]).trim())
  const [code, name, kind] = [text('code'), text('name'), KINDS[text('kind')]]
  if (code === '' && name === '') return null
  const faults: [Column, boolean, string][] = [
    ['code', !OrgCode.safeParse(code).success, `机构代码“${code}”应是大写字母、数字和短横，最多 32 个。`],
    ['name', name === '' || name.length > 60, '名称不能为空，最多 60 个字。'],
    ['kind', kind === undefined, `类型“${text('kind')}”不认识，应是${Object.keys(KINDS).join('、')}之一。`],
  ]
  const wrong = faults.filter(([, is]) => is)
  issues.push(...wrong.map(([column, , message]) => issue(row.number, column, message)))
  if (wrong.length > 0 || kind === undefined) return null
  const supervisorName = text('supervisorName') || null
  return { row: row.number, code, name, kind, parentCode: text('parentCode'), supervisorName }
}

/** Returns inconsistencies between rows: a duplicate code, a village without its supervisory body. */
function togetherIssues(orgs: readonly OrgRead[]): Issue[] {
  const firstRow = new Map<string, number>()
  return orgs.flatMap(org => {
    const before = firstRow.get(org.code)
    firstRow.set(org.code, before ?? org.row)
    return [
      ...(before === undefined
        ? []
        : [issue(org.row, 'code', `机构代码“${org.code}”和第 ${before} 行重复。`)]),
      ...(isVillage(org) && !org.supervisorName ? [issue(org.row, 'supervisorName', '村（社区）要写监督机构，如“村务监督委员会”。')] : []), // prettier-ignore
      ...((isVillage(org) || isStreet(org)) && !org.parentCode ? [issue(org.row, 'parentCode', '要写上级代码。')] : []), // prettier-ignore
    ]
  })
}

/** Reads a table of organisations: 机构代码、名称、类型、上级代码、监督机构; reports all faults at once. */
export function readOrgs(grids: readonly Grid[]): { orgs: OrgRead[]; issues: Issue[] } {
  for (const { rows } of grids) {
    for (const [index, head] of rows.slice(0, 10).entries()) {
      const places = placesIn(head)
      if (!places) continue
      const issues: Issue[] = []
      const orgs = rows.slice(index + 1).flatMap(row => orgIn(row, places, issues) ?? [])
      return { orgs, issues: [...issues, ...togetherIssues(orgs)] }
    }
  }
  const message = `没有找到表头：要有${Object.values(COLUMNS).slice(0, 4).join('、')}四列（村另要“监督机构”）。`
  return { orgs: [], issues: [{ code: 'org-header', message }] }
}
