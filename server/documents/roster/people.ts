import type { ROSTER_RULES } from '@shared/facts/people/residencyRules'
import { idCheckCharacter } from '@server/domain/privacy/detectors/residentId'
import type { Issue } from '@shared/contract/common'

/** A person as given in the file; exists in memory only until it is hashed. */
export interface RosterPersonRead {
  name: string
  /** Last 6 characters of the ID number, or 4 if the file has no more. */
  tail: string
  group: string | null
  phone: string | null
}

export type RosterColumn = keyof typeof ROSTER_RULES.columns
export type RosterCells = Record<RosterColumn, string>

/** A fault of a row; describes the problem, never the content. */
export type RowIssue = Pick<Issue, 'code' | 'field' | 'message'>

const NAME =
  /^[\u4e00-\u9fff\u3400-\u4dbf]{2,10}(?:[·•][\u4e00-\u9fff]{1,10}){0,3}$|^[A-Za-z][A-Za-z .'-]{1,28}$/
const MAX_GROUP = 50

const folded = (text: string): string => text.normalize('NFKC').trim()

/** Normalises a name: 张 三 → 张三; Latin names keep their spaces. */
export function nameOf(text: string): string {
  const name = folded(text).replace(/[•.．](?=[\u4e00-\u9fff])/g, '·')
  return /[\u4e00-\u9fff\u3400-\u4dbf]/.test(name) ? name.replace(/\s/g, '') : name.replace(/\s+/g, ' ')
}

const issue = (code: string, field: RosterColumn, message: string): RowIssue => ({ code, field, message })

function nameIssue(name: string): RowIssue | null {
  if (name === '') return issue('name-missing', 'name', '没有姓名。')
  return NAME.test(name) ? null : issue('name-invalid', 'name', '姓名不像姓名，或已经打了星号。')
}

/** Returns the tail of the given value: a whole number, six or four characters. */
function tailOf(text: string): { tail: string } | { fault: RowIssue } {
  const value = folded(text).replace(/[\s-]/g, '').toUpperCase()
  const fault = (message: string) => ({ fault: issue('id-tail-invalid', 'idTail', message) })
  if (value === '') return { fault: issue('id-tail-missing', 'idTail', '没有身份证后六位。') }
  if (/[.E+]/.test(value)) {
    return fault('身份证号被表格软件变成了科学计数，请把这一列设为文本再填。')
  }
  if (/^(?:\d{3}[\dX]|\d{5}[\dX])$/.test(value)) return { tail: value }
  if (/^\d{15}$/.test(value)) return { tail: value.slice(-6) }
  if (/^\d{17}[\dX]$/.test(value)) {
    if (idCheckCharacter(value.slice(0, 17)) === value[17]) return { tail: value.slice(-6) }
    return fault('身份证号的校验位不对，可能填错，或被表格软件改成了 0 结尾。')
  }
  return fault('应填身份证后六位（或后四位）；开头的 0 若被去掉，请把这一列设为文本再填。')
}

/** Returns a mobile or office phone as digits; '' = none. */
function phoneOf(text: string): string | RowIssue {
  const value = folded(text)
    .replace(/[\s()（）-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  if (value === '' || /^(?:无|没有|\/|—)+$/.test(value)) return ''
  return /^(?:1\d{10}|0?\d{7,11})$/.test(value) ? value : issue('phone-invalid', 'phone', '电话号码不对。')
}

/** Converts a row of the file to a person, or returns all its faults. */
export function personOf(cells: RosterCells): { person: RosterPersonRead } | { issues: RowIssue[] } {
  const name = nameOf(cells.name)
  const tail = tailOf(cells.idTail)
  const phone = phoneOf(cells.phone)
  const group = folded(cells.group)
  const issues = [
    nameIssue(name),
    'fault' in tail ? tail.fault : null,
    typeof phone === 'string' ? null : phone,
    group.length > MAX_GROUP ? issue('group-too-long', 'group', `组名太长，最多 ${MAX_GROUP} 个字。`) : null,
  ].filter(found => found !== null)
  if (issues.length > 0 || 'fault' in tail || typeof phone !== 'string') return { issues }
  return { person: { name, tail: tail.tail, group: group || null, phone: phone || null } }
}
