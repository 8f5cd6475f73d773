import { type Piece, isBareNumber, readText } from '@shared/figures/read'

type Value = Exclude<Piece, { is: 'words' }>

/**
 * Relation of two texts about one subject. `values`: different values, named in `differing`; `unreadable`: a
 * difference that one side's text leaves unreadable 看不清; `wording`: the same values in other words.
 */
export type TextRelation =
  | { relation: 'same' }
  | { relation: 'wording' }
  | { relation: 'unreadable' }
  | { relation: 'values'; differing: readonly Extract<Piece, { is: 'value' }>[] }

const isValue = (piece: Piece): piece is Value => piece.is !== 'words'

/** Returns the entries of `ours` missing in `theirs`, with multiplicity. */
function lacking<T extends { key: string }>(ours: readonly T[], theirs: readonly T[]): T[] {
  const left = new Map<string, number>()
  for (const { key } of theirs) left.set(key, (left.get(key) ?? 0) + 1)
  return ours.filter(({ key }) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count <= 0
  })
}

/** Returns each value with the word before it: a sentence may be reordered, a value may not move. */
const placed = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece, at) => {
    if (!isValue(piece)) return []
    const before = pieces[at - 1]
    return [{ piece, key: `${before?.is === 'words' ? before.text : ''}${piece.key}` }]
  })

const keysOf = (values: readonly { key: string }[]): string => values.map(({ key }) => key).join(' ')
const textOf = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (piece.is === 'words' ? piece.text : `{${piece.key}}`)).join('')

function byValues(ours: readonly Piece[], theirs: readonly Piece[]): TextRelation {
  const [a, b] = [ours.filter(isValue), theirs.filter(isValue)]
  if (keysOf(a) === keysOf(b)) return { relation: 'wording' }
  const [onlyOurs, onlyTheirs] = [lacking(a, b), lacking(b, a)]
  /** Returns the maximum number of values behind an unreadable passage: a date has three. */
  const unreadable = (values: readonly Value[]) =>
    values.reduce((sum, value) => sum + (value.is === 'value' ? 0 : value.text.includes('年') ? 3 : 1), 0)
  const readable = (values: readonly Value[]) =>
    values.filter((value): value is Extract<Piece, { is: 'value' }> => value.is === 'value')
  const differing = [...readable(onlyOurs), ...readable(onlyTheirs)]
  if (differing.length === 0 && unreadable(onlyOurs) + unreadable(onlyTheirs) === 0) {
    const moved = lacking(placed(ours), placed(theirs)).flatMap(({ piece }) => piece)
    return moved.length === 0 ? { relation: 'wording' } : { relation: 'values', differing: readable(moved) }
  }
  const explained =
    readable(onlyOurs).length <= unreadable(onlyTheirs) && readable(onlyTheirs).length <= unreadable(onlyOurs)
  return explained ? { relation: 'unreadable' } : { relation: 'values', differing }
}

/** Compares two texts by content: notation, punctuation, blanks and 等 are ignored. */
export function compareTexts(ours: string, theirs: string): TextRelation {
  if (ours === theirs) return { relation: 'same' }
  const [a, b] = [readText(ours), readText(theirs)]
  return textOf(a) === textOf(b) ? { relation: 'same' } : byValues(a, b)
}

const UNIT_IN_LABEL = /[(（](?:单位[:：]?)?(元|万元|亿元|户|人|人次|亩|%|平方米)[)）]/
const UNITS_BY_LABEL: readonly [RegExp, string][] = [
  [/户数/, '户'],
  [/人数|名额/, '人'],
  [/金额|资金|总额|余额|收入|支出|经费|补助款|补贴款/, '元'],
  [/面积/, '亩'],
]

/** Adds the unit of the label to a bare number: 金额（万元） 3.5 → 3.5万元. */
export function withUnit(label: string, value: string): string {
  if (!isBareNumber(value)) return value
  const unit = UNIT_IN_LABEL.exec(label)?.[1] ?? UNITS_BY_LABEL.find(([pattern]) => pattern.test(label))?.[1]
  return `${value}${unit ?? ''}`
}

/** Returns a label without its unit and punctuation, which identifies an element. */
export const plainLabel = (label: string): string =>
  readText(label.replace(UNIT_IN_LABEL, ''))
    .map(piece => (piece.is === 'words' ? piece.text : piece.key))
    .join('')

/** Compares two values under one label; a number without a unit takes the label's. */
export const compareValues = (
  ours: { label: string; value: string },
  theirs: { label: string; value: string },
): TextRelation =>
  ours.value === theirs.value && ours.label === theirs.label
    ? { relation: 'same' }
    : compareTexts(withUnit(ours.label, ours.value), withUnit(theirs.label, theirs.value))
