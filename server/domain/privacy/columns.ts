import { FIELD_POLICY, type FieldRule } from '@shared/facts/disclosure/fieldPolicy'
import { namesInCell } from './detectors/names'
import { simplify } from '../chinese/simplify'
import type { Hit, ScanText } from './types'

const RULES = FIELD_POLICY.rules.map(rule => ({ rule, pattern: new RegExp(rule.header, 'i') }))

const bare = (label: string): string => simplify(label.replace(/[\s*＊:：]/g, ''))
const withoutBrackets = (label: string): string => bare(label).replace(/[(（][^()（）]{0,40}[)）]/g, '')

/** Cache of rules by label: a table looks them up for each cell. */
const RULE_OF = new Map<string, FieldRule | null>()
const MOST_LABELS = 2_000

/** Returns the field rule of a column name; null for an uninformative name. */
export function fieldRuleOf(label: string | undefined): FieldRule | null {
  if (!label || label.length > 60) return null
  const known = RULE_OF.get(label)
  if (known !== undefined) return known
  const rule = findRule(label)
  if (RULE_OF.size < MOST_LABELS) RULE_OF.set(label, rule)
  return rule
}

function findRule(label: string): FieldRule | null {
  const find = (words: string) =>
    RULES.find(({ pattern }) => words !== '' && pattern.test(words))?.rule ?? null
  return find(withoutBrackets(label)) ?? find(bare(label))
}

/** Returns the number label that a rule applies to its whole column. */
export function numberLabelOf(rule: FieldRule | null): string | null {
  if (!rule) return null
  if (rule.id === 'office') return 'office-phone'
  const labels = [
    'resident-id',
    'passport',
    'phone',
    'bank-card',
    'social-security-card',
    'disability-card',
    'wechat',
  ]
  return rule.kind !== null && labels.includes(rule.kind) ? rule.kind : null
}

const EMPTY =
  /^(?:无|暂无|没有|否|不详|未知|正常|健康|良好|一般|未婚|已婚|[-—/\\.、0 ]*|\/|×|√|完全自理|能自理|.{0,8}不公开[)）]?|[(（]已清除[)）])$/
const PRECISE =
  /(?:\d{1,5}|[一二三四五六七八九十百]{1,5})(?:号|栋|幢|室|单元|楼|弄)|\d{1,4}-\d{1,4}(?:-\d{1,4})?|(?:路|街|巷)\d{1,5}/

const whole = (scan: ScanText, kind: Hit['kind']): Hit[] => {
  const start = scan.text.search(/\S/)
  return start < 0 ? [] : [{ kind, severity: 'review', start, end: scan.text.trimEnd().length, certainty: 5 }]
}

const wholeIf = (test: (value: string) => boolean, kind: Hit['kind']) => (scan: ScanText) =>
  test(scan.text.trim()) ? whole(scan, kind) : []

const names = (kind: Hit['kind']) => (scan: ScanText) =>
  namesInCell(scan.text).map(({ start, end, text }): Hit => ({
    kind,
    severity: 'review',
    start,
    end,
    value: text,
    certainty: 5,
  }))

/** Detectors by column name alone, for values that no other detector knows. */
const BY_COLUMN: Partial<Record<NonNullable<FieldRule['kind']>, (scan: ScanText) => Hit[]>> = {
  'person-name': names('person-name'),
  'minor-name': scan => [...names('person-name')(scan), ...names('minor')(scan)],
  address: wholeIf(value => PRECISE.test(value), 'address'),
  health: wholeIf(value => value !== '' && !EMPTY.test(value), 'health'),
  gps: wholeIf(value => /\d{1,3}\.\d{2,}/.test(value), 'gps'),
  wechat: wholeIf(value => /^(?:[A-Za-z][\w-]{5,19}|\d{5,11})$/.test(value), 'wechat'),
  plate: wholeIf(value => /^[\u4e00-\u9fff][A-Z][ ·]?[A-Z0-9]{5,6}$/.test(value), 'plate'),
  'file-metadata': wholeIf(value => value !== '' && !EMPTY.test(value), 'file-metadata'),
}

export const hitsOfColumn = (scan: ScanText, rule: FieldRule | null): Hit[] =>
  (rule?.kind ? BY_COLUMN[rule.kind]?.(scan) : undefined) ?? []

const GUESSES = new Set<Hit['kind']>(['person-name', 'address', 'landline', 'email'])

/** Checks whether a column of figures or official contacts suppresses an uncertain hit. */
export function silencedBy(rule: FieldRule | null, hit: Hit): boolean {
  if (rule?.id === 'count') return (hit.certainty ?? 0) < 60
  return (rule?.id === 'office' || rule?.id === 'handler') && GUESSES.has(hit.kind)
}
