import { readLevels } from '../fields/levels'
import { editDistance, fold, joinLayout } from '../text'
import { HEADER_RULES, HEADER_WORDS } from '../vocabulary/headers'
import type { ColumnRole, RoleKind } from './roles'

/** A column role with the reason to doubt it, and further fields that the header names. */
export interface Classified {
  role: ColumnRole
  doubt?: string
  also?: RoleKind
}

const PATH_LEVELS = '一二三四'
const withoutBrackets = (text: string): string => text.replace(/[([【〔][^)\]】〕]*[)\]】〕]?/g, '')
/** Removes pinyin left over from a converted page: `公开shi项`. */
const withoutPinyin = (text: string): string => text.replace(/[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+/g, '')

const pathLevel = (folded: string): number | null => {
  const word = folded.match(/([一二三四1-4])级|第([一二三四1-4])层/)
  const level = word?.[1] ?? word?.[2]
  if (level === undefined) return null
  return PATH_LEVELS.includes(level) ? PATH_LEVELS.indexOf(level) + 1 : Number(level)
}

const pathRole = (folded: string): ColumnRole => ({
  kind: 'path',
  level: pathLevel(folded),
  leads: /目录|分类|类目|栏目/.test(folded) && !folded.includes('事项'),
})

export const roleOfKind = (kind: RoleKind, folded: string): ColumnRole =>
  kind === 'path' ? pathRole(folded) : ({ kind } as ColumnRole)

function ruleKind(folded: string): RoleKind | undefined {
  const bare = withoutBrackets(folded).replace(/^[\d.、:：*]+|[:：*]+$/g, '')
  const words = bare === '' ? folded : bare
  if (/^(?:公开)?(?:事项|目录)?(?:第?[一二三四1-4]级|第[一二三四]层)/.test(words)) return 'path'
  return HEADER_RULES.find(({ pattern }) => pattern.test(words))?.kind
}

const FIELD_KINDS: readonly RoleKind[] = [
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
]

/** Reads a header that names two fields, 公开内容及时限: takes the first, with a doubt. */
function combinedKind(folded: string): Classified | undefined {
  const words = withoutBrackets(folded)
  const at = words.search(/[及和与、/+]/)
  if (at < 2) return undefined
  const [first, second] = [words.slice(0, at), words.slice(at + 1)].map(ruleKind)
  if (!first || !second || first === second) return undefined
  if (!FIELD_KINDS.includes(first) || !FIELD_KINDS.includes(second)) return undefined
  return {
    role: roleOfKind(first, words.slice(0, at)),
    doubt: `表头“${folded}”写了两样内容，没有分开`,
    also: second,
  }
}

function damagedKind(folded: string): Classified | undefined {
  const bare = withoutBrackets(withoutPinyin(folded))
  if (bare.length < 2 || bare.length > 8) return undefined
  const near = HEADER_WORDS.filter(([word]) => word.length >= 3 && editDistance(word, bare, 1) <= 1)
  const kinds = new Set(near.map(([, kind]) => kind))
  const [kind] = [...kinds]
  if (kind === undefined || kinds.size !== 1) return undefined
  return { role: roleOfKind(kind, bare) }
}

const SCOPES: readonly (readonly [RegExp, ColumnRole])[] = [
  [
    /^(?:面向|向)?(?:全社会|社会公众|全体公众|公众|社会)(?:公开)?$/,
    { kind: 'audience-tick', scope: 'public' },
  ],
  [
    /^(?:面向|向)?(?:特定|特殊)(?:群体?|群众|人群|对象|公民|人员|群休)?(?:公开)?$/,
    { kind: 'audience-tick', scope: 'specific' },
  ],
]
const MODES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^主动(?:公开)?$/, { kind: 'mode-tick', mode: 'active' }],
  [/^(?:依|按)?申请(?:公开)?$/, { kind: 'mode-tick', mode: 'on-request' }],
]

const tickRole = (bare: string): ColumnRole | undefined =>
  [...SCOPES, ...MODES].find(([pattern]) => pattern.test(bare))?.[1]

function levelRole(bare: string, underLevels: boolean): ColumnRole | undefined {
  const { value, doubts } = readLevels(bare)
  const plain = underLevels || /级|^街道$|^社区$|^村$/.test(bare)
  return value.length > 0 && doubts.length === 0 && plain ? { kind: 'level-tick', levels: value } : undefined
}

/** Reads the part of a group in trailing brackets: 公开对象（全社会）. */
function bracketRole(folded: string): ColumnRole | undefined {
  const [, group = '', part = ''] = folded.match(/^([^([]+)[([]([^)\]]+)[)\]]$/) ?? []
  const kind = part === '' ? undefined : ruleKind(group)
  if (kind === 'levels') return levelRole(part, true)
  return kind === 'audience' || kind === 'mode' ? tickRole(part) : undefined
}

/** Returns the role of one header cell by its own words, with or without a group header. */
export function classifyWords(text: string, group?: RoleKind): Classified {
  const folded = fold(text)
  const bare = withoutBrackets(folded)
  if (bare === '' && folded === '') return { role: { kind: 'unknown' } }
  const tick = tickRole(bare) ?? levelRole(bare, group === 'levels') ?? bracketRole(folded)
  if (tick) return { role: tick }
  if (group === 'channels' && !/渠道|载体/.test(bare)) {
    return { role: { kind: 'channel', name: joinLayout(text) } }
  }
  return combinedKind(folded) ?? fieldRole(folded, group)
}

function fieldRole(folded: string, group: RoleKind | undefined): Classified {
  const kind = ruleKind(folded)
  if (kind && !(group === 'path' && kind === 'extra')) return { role: roleOfKind(kind, folded) }
  const damaged = damagedKind(folded)
  if (damaged) return damaged
  return group === 'path' ? { role: pathRole(folded) } : { role: { kind: 'unknown' } }
}

const GROUPS: readonly RoleKind[] = ['path', 'audience', 'mode', 'levels', 'channels']

/** Returns the role of a column from its header cells, from the top down. */
export function classifyStack(stack: readonly string[]): Classified {
  let group: RoleKind | undefined
  let result: Classified = { role: { kind: 'unknown' } }
  for (const text of stack) {
    const next = classifyWords(text, group)
    const keep = next.role.kind === 'unknown' && result.role.kind !== 'unknown'
    if (!keep) result = next
    if (GROUPS.includes(result.role.kind)) group = result.role.kind
  }
  return result
}
