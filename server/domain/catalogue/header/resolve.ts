import { isModeText } from '../fields/mode'
import { looksLikeChannels } from '../fields/channels'
import { isTickCell } from '../fields/ticks'
import { isNumberText } from '../likeness'
import { isDitto } from '../rows/carry'
import { fold, joinLayout } from '../text'
import { AREA_NAMES } from '../vocabulary/areas'
import type { Column, RoleKind } from './roles'

/** Returns the non-empty texts of a column's body. */
export type ValuesOf = (column: Column) => string[]

const mostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length / values.length >= 0.6

const isAreaName = (value: string): boolean => AREA_NAMES.includes(fold(value).replace(/领域$/, ''))

const headerText = (column: Column): string => fold(column.header.join('/'))

const asExtra = (column: Column): Column => ({ ...column, role: { kind: 'extra' } })

const ofKind = (columns: readonly Column[], kind: RoleKind): Column[] =>
  columns.filter(({ role }) => role.kind === kind)

/** Keeps one column of a kind and marks the others as extra. */
function keepOne(
  columns: Column[],
  kind: RoleKind,
  choose: (candidates: Column[]) => Column | undefined,
): Column[] {
  const candidates = ofKind(columns, kind)
  if (candidates.length < 2) return columns
  const kept = choose(candidates) ?? candidates[0]
  return columns.map(column => (column.role.kind === kind && column !== kept ? asExtra(column) : column))
}

const byHeader =
  (...patterns: RegExp[]) =>
  (candidates: Column[]): Column | undefined => {
    const hits = patterns.map(pattern => candidates.find(column => pattern.test(headerText(column))))
    return hits.find(hit => hit !== undefined)
  }

/** Resolves 公开方式 with another meaning: 全文发布 is a manner, 政府网站 a channel; the mode is then in 公开属性. */
function resolveMode(columns: Column[], valuesOf: ValuesOf): Column[] {
  const hasChannels = ofKind(columns, 'channels').length + ofKind(columns, 'channel').length > 0
  return columns.map(column => {
    if (column.role.kind !== 'mode') return column
    const values = valuesOf(column)
    if (values.length === 0 || values.some(isModeText) || mostly(values, isTickCell)) return column
    if (!hasChannels && mostly(values, looksLikeChannels)) return { ...column, role: { kind: 'channels' } }
    return asExtra(column)
  })
}

const DEADLINE_VALUE = /工作日|日内|天内|之日起|每月|每季|每年|季度|半年|及时|实时|随时|长期|定期/

/** Uses 公开要求 as the deadline if no column is named 公开时限. */
function resolveRequirement(columns: Column[], valuesOf: ValuesOf): Column[] {
  if (ofKind(columns, 'deadline').length > 0) return columns
  const holder = columns.find(
    column =>
      column.role.kind === 'extra' &&
      /要求|日期/.test(headerText(column)) &&
      valuesOf(column).some(value => DEADLINE_VALUE.test(fold(value))),
  )
  return columns.map(column => (column === holder ? { ...column, role: { kind: 'deadline' } } : column))
}

/** Resolves 类别: with area names only it is an area column; 公开类型 with 主动/依申请 is the mode. */
function resolveClass(columns: Column[], valuesOf: ValuesOf): Column[] {
  return columns.map(column => {
    if (column.role.kind !== 'class') return column
    const values = valuesOf(column)
    if (mostly(values, isModeText)) return { ...column, role: { kind: 'mode' } }
    if (!mostly(values, isAreaName)) return column
    return { ...column, role: { kind: 'area' }, doubt: '“类别”列里都是领域名称，已作为领域，不放进事项路径' }
  })
}

/** Resolves 公开层级 without level names below it: blanks or ticks carry no information. */
function resolveLevels(columns: Column[], valuesOf: ValuesOf): Column[] {
  const besideTicks = columns.some(({ role }) => role.kind === 'audience-tick')
  return columns.map(column => {
    const unnamed = column.role.kind === 'levels' && besideTicks && valuesOf(column).length === 0
    return unnamed ? { ...column, doubt: '公开层级没有写明是哪一级' } : column
  })
}

/** Treats a column of running numbers before the names as 序号, if no header word names one. */
function resolveNumbers(columns: Column[], valuesOf: ValuesOf): Column[] {
  if (ofKind(columns, 'no').length > 0) return columns
  const names = columns.findIndex(({ role }) => role.kind === 'path' || role.kind === 'elements')
  const holder = columns.find(
    (column, index) => index < names && column.header.length === 0 && mostly(valuesOf(column), isNumberText),
  )
  return columns.map(column => (column === holder ? { ...column, role: { kind: 'no' } } : column))
}

/** Treats a column without header words next to 公开事项 as one more level of it. */
function resolveBlank(columns: Column[], valuesOf: ValuesOf): Column[] {
  return columns.map((column, index) => {
    const left = columns[index - 1]
    const beside = left?.role.kind === 'path' && left.header.length === 1
    if (column.header.length > 0 || !beside || valuesOf(column).length === 0) return column
    return {
      ...column,
      role: { kind: 'path', level: null, leads: false },
      doubt: '这一列没有表头，按左边“公开事项”的下一级读取',
    }
  })
}

const isOneLabel = (value: string): boolean => value.length <= 40 && !/[、；;●•①\n]|\d[.．、]/.test(value)

/** Uses 公开内容 with one name per row as the item if there is no 公开事项. */
function resolveItem(columns: Column[], valuesOf: ValuesOf): Column[] {
  if (ofKind(columns, 'path').length > 0) return columns
  const [content, ...others] = ofKind(columns, 'elements')
  if (!content || others.length > 0 || !mostly(valuesOf(content), isOneLabel)) return columns
  return columns.map(column =>
    column === content
      ? {
          ...column,
          role: { kind: 'path', level: null, leads: false },
          doubt: '表中没有“公开事项”一列，把“公开内容”读作事项名称',
          also: 'elements',
        }
      : column,
  )
}

/** Treats 牵头单位 and 配合单位 under one header 公开主体 both as subjects. */
function keepSubjects(columns: Column[]): Column[] {
  const candidates = ofKind(columns, 'subjects')
  const group = candidates.find(({ header }) => header.length > 1)?.header[0]
  const together = candidates.every(({ header }) => header.length > 1 && header[0] === group)
  return together ? columns : keepOne(columns, 'subjects', byHeader(/公开主体|发布主体/, /主体/, /公开/))
}

/** Resolves ambiguous header words by the other columns and by the values below. */
export function resolveColumns(columns: Column[], valuesOf: ValuesOf): Column[] {
  let resolved = resolveBlank(resolveNumbers(columns, valuesOf), valuesOf)
  resolved = resolveItem(resolved, valuesOf)
  resolved = resolveClass(resolved, valuesOf)
  resolved = resolveMode(resolved, valuesOf)
  resolved = resolveLevels(resolved, valuesOf)
  resolved = keepOne(resolved, 'mode', byHeader(/属性/, /公开方式/))
  resolved = resolveRequirement(resolved, valuesOf)
  resolved = keepOne(resolved, 'deadline', byHeader(/时限|期限/))
  resolved = keepSubjects(resolved)
  resolved = keepOne(resolved, 'channels', byHeader(/渠道/, /载体|途径/))
  resolved = keepOne(resolved, 'basis', byHeader(/公开依据/))
  resolved = keepOne(resolved, 'no', byHeader(/^序/))
  return resolved
}

/** Returns non-empty cell texts below a header, without ditto marks, at most `limit`. */
export function sampleValues(texts: Iterable<string>, limit = 50): string[] {
  const values: string[] = []
  for (const text of texts) {
    const value = joinLayout(text)
    if (value !== '' && !isDitto(value)) values.push(value)
    if (values.length >= limit) break
  }
  return values
}
