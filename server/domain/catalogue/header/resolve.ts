import { isModeText } from '../fields/mode'
import { looksLikeChannels } from '../fields/channels'
import { isTickCell } from '../fields/ticks'
import { isNumberText, likeness } from '../likeness'
import { isDitto } from '../rows/carry'
import { fold, joinLayout } from '../text'
import { AREA_NAMES } from '../vocabulary/areas'
import { fieldOf } from '../rows/source'
import { roleOfKind } from './classify'
import { likelyKind } from './columnModel'
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

/** Returns the column whose values are most like a kind; the first one among equals. */
function mostLike(kind: RoleKind, candidates: readonly Column[], valuesOf: ValuesOf): Column | undefined {
  const scores = candidates.map(column => {
    const values = valuesOf(column)
    return values.reduce((sum, value) => sum + likeness(kind, value), 0) / Math.max(1, values.length)
  })
  return candidates[scores.indexOf(Math.max(...scores))]
}

/** Keeps one column of a kind, by its header, else by its values, and marks the others as extra. */
function keepOne(
  columns: Column[],
  kind: RoleKind,
  valuesOf: ValuesOf,
  choose: (candidates: Column[]) => Column | undefined,
): Column[] {
  const candidates = ofKind(columns, kind)
  if (candidates.length < 2) return columns
  const kept = choose(candidates) ?? mostLike(kind, candidates, valuesOf)
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
  const isName = ({ role }: Column): boolean => role.kind === 'path' || role.kind === 'elements'
  const isNumbered = (column: Column): boolean => mostly(valuesOf(column), isNumberText)
  const names = columns.findIndex(column => isName(column) && !isNumbered(column))
  const holder = columns.find(
    (column, index) => index < names && (column.header.length === 0 || isName(column)) && isNumbered(column),
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

/** An office within the disclosing organisation: not the subject 公开主体 if another column names one. */
const OFFICE = /科室|股室|处室/

function withoutOffices(columns: Column[]): Column[] {
  const isOffice = (column: Column): boolean => OFFICE.test(headerText(column))
  const candidates = ofKind(columns, 'subjects')
  const others = candidates.some(column => !isOffice(column))
  return columns.map(column => {
    if (!candidates.includes(column) || !isOffice(column)) return column
    return others ? asExtra(column) : { ...column, doubt: '这一列是内设科室，不一定是公开主体' }
  })
}

/** Treats 牵头单位 and 配合单位 under one header 公开主体 both as subjects. */
function keepSubjects(columns: Column[], valuesOf: ValuesOf): Column[] {
  const own = withoutOffices(columns)
  const candidates = ofKind(own, 'subjects')
  const group = candidates.find(({ header }) => header.length > 1)?.header[0]
  const together = candidates.every(({ header }) => header.length > 1 && header[0] === group)
  if (together || candidates.length < 2) return own
  const kept = keepOne(own, 'subjects', valuesOf, byHeader(/公开主体|发布主体/, /主体/, /公开/))
  const named = candidates.some(column => /主体|公开|发布/.test(headerText(column)))
  if (named) return kept
  return kept.map(column =>
    column.role.kind === 'subjects' ? { ...column, doubt: '表里有几列都像公开主体，取了其中一列' } : column,
  )
}

/** Resolves 公开形式: 全文发布, 公示 are forms of publication and no channels. */
function resolveForm(columns: Column[], valuesOf: ValuesOf): Column[] {
  return columns.map(column => {
    const isForm = column.role.kind === 'channels' && /形式/.test(headerText(column))
    const values = isForm ? valuesOf(column) : []
    return values.length > 0 && !values.some(looksLikeChannels) ? asExtra(column) : column
  })
}

const NAMED_KINDS: Readonly<Partial<Record<RoleKind, string>>> = {
  path: '公开事项',
  elements: '公开内容(要素)',
  basis: '公开依据',
  deadline: '公开时限',
  subjects: '公开主体',
  channels: '公开渠道和载体',
  audience: '公开对象',
  mode: '公开方式',
  levels: '公开层级',
}
/** Probability from which the model of columns names a column; it stays doubtful. */
const LIKELY = 0.8

/** Names a column with an unknown header word by the model of columns, if the table lacks that field. */
function resolveUnknown(columns: Column[], valuesOf: ValuesOf): Column[] {
  const present = new Set(columns.map(fieldOf))
  return columns.map(column => {
    if (column.role.kind !== 'unknown' || column.header.length === 0) return column
    const { kind, probability } = likelyKind(headerText(column), valuesOf(column))
    const name = NAMED_KINDS[kind]
    const role = roleOfKind(kind, headerText(column))
    const field = fieldOf({ ...column, role })
    if (name === undefined || probability < LIKELY || present.has(field)) return column
    present.add(field)
    return {
      ...column,
      role,
      doubt: `表头“${column.header.join('/')}”不是常见的写法，按栏名和内容读作“${name}”`,
    }
  })
}

/** Resolves ambiguous header words by the other columns and by the values below. */
export function resolveColumns(columns: Column[], valuesOf: ValuesOf): Column[] {
  let resolved = resolveUnknown(resolveNumbers(columns, valuesOf), valuesOf)
  resolved = resolveBlank(resolved, valuesOf)
  resolved = resolveItem(resolved, valuesOf)
  resolved = resolveClass(resolved, valuesOf)
  resolved = resolveMode(resolved, valuesOf)
  resolved = resolveLevels(resolved, valuesOf)
  resolved = keepOne(resolved, 'mode', valuesOf, byHeader(/属性/, /公开方式/))
  resolved = resolveRequirement(resolved, valuesOf)
  resolved = keepOne(resolved, 'deadline', valuesOf, byHeader(/时限|期限/))
  resolved = keepSubjects(resolved, valuesOf)
  resolved = resolveForm(resolved, valuesOf)
  resolved = keepOne(resolved, 'channels', valuesOf, byHeader(/渠道/, /载体|途径/))
  resolved = keepOne(resolved, 'basis', valuesOf, byHeader(/公开依据/))
  resolved = keepOne(resolved, 'no', valuesOf, byHeader(/^序/))
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
