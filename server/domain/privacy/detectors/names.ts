import { SURNAMES } from '../lexicon/surnames'
import { PRIVACY_WORDS } from '../lexicon/words'

const COMPOUND = new Set<string>(SURNAMES.compound.split(' '))
const COMMON = new Set<string>(SURNAMES.common)
const KNOWN = new Set<string>(SURNAMES.common + SURNAMES.rare)
const NOT_NAMES = new Set<string>(PRIVACY_WORDS.notNames.split(' '))
const NOT_NAME_VALUES = new RegExp(`^(?:${PRIVACY_WORDS.notNameValues})$`)
const BODY_ENDS = new RegExp(`(?:${PRIVACY_WORDS.bodyEnds})$`)
const THING_ENDS = new RegExp(`(?:${PRIVACY_WORDS.thingEnds})$`)
const FAMILY_PLACE = /^.家[湾山沟坡庄堡寨屯营桥村河岭坪洼崖梁峪台滩岩寺庙集店堰嘴畔塬沱坎]/
const MASKED = /[*＊×某○〇xX□●■?？]/
export const ETHNIC_NAME = /^[\u4e00-\u9fff]{1,6}(?:[·•.][\u4e00-\u9fff]{1,6}){1,3}$/
/** Two to four characters, none of them the 某 of 张某. */
const TWO_TO_FOUR = /^(?!.*某)[\u4e00-\u9fff]{2,4}$/
const COUNTED = /^[一二三四五六七八九十\d]/

/** Returns the surname at the start of the words, else ''. */
function surnameOf(words: string, known: ReadonlySet<string>): string {
  const two = words.slice(0, 2)
  if (COMPOUND.has(two) && words.length > 2) return two
  return known.has(words[0] ?? '') ? (words[0] ?? '') : ''
}

const hasNameLength = (words: string, surname: string): boolean => {
  const given = words.length - surname.length
  return surname !== '' && given >= 1 && given <= (surname.length === 2 ? 2 : 3)
}

/**
 * Checks for a full personal name in running text: common surname, given name of one or two characters, no ordinary
 * word.
 */
export function isNameInText(words: string): boolean {
  if (!TWO_TO_FOUR.test(words) || NOT_NAMES.has(words) || NOT_NAME_VALUES.test(words)) {
    return false
  }
  if (NOT_NAMES.has(words.slice(0, 2)) && words.length > 2) return false
  if (THING_ENDS.test(words) || BODY_ENDS.test(words) || FAMILY_PLACE.test(words)) return false
  const surname = surnameOf(words, COMMON)
  return hasNameLength(words, surname) && words.length - surname.length <= 2
}

/** Checks for a full personal name after a label or in a list: any known surname. */
export function isListedName(words: string): boolean {
  if (ETHNIC_NAME.test(words)) return true
  if (!TWO_TO_FOUR.test(words) || NOT_NAME_VALUES.test(words) || NOT_NAMES.has(words)) {
    return false
  }
  if (BODY_ENDS.test(words) || FAMILY_PLACE.test(words) || /[村镇乡县]$/.test(words)) return false
  return hasNameLength(words, surnameOf(words, KNOWN))
}

/**
 * Checks for a name in a name column 姓名栏: any two to four characters that are no remark, however rare the surname.
 */
function isColumnName(value: string): boolean {
  const words = value.replace(/\s/g, '')
  if (MASKED.test(words) || NOT_NAME_VALUES.test(words) || COUNTED.test(words)) return false
  if (ETHNIC_NAME.test(words)) return true
  if (/^[A-Za-z]{2,20}(?: [A-Za-z]{2,20}){1,3}$/.test(value.trim())) return true
  if (!/^[\u4e00-\u9fff\u3400-\u4dbf]{2,4}$/.test(words)) return false
  return !BODY_ENDS.test(words) && !/^.{2,}[村镇乡县户组]$/.test(words)
}

/** A mask directly after a name. */
export const MASK_BEHIND = /^[*＊×xX○某]/

/** Splits joined names: 张三和李四 are two, 张和平 is one; a masked last one is omitted: 张三和李*. */
function piecesOf(words: string, isMasked: boolean): { text: string; at: number }[] {
  if (!isMasked && !words.endsWith('等') && isListedName(words)) return [{ text: words, at: 0 }]
  const pieces = [...words.matchAll(/[^和及与等]+/g)].map(({ 0: text, index }) => ({ text, at: index }))
  return isMasked ? pieces.slice(0, -1) : pieces
}

/** Returns the names in a cell of a name column, with their offsets; skips remarks in brackets. */
export function namesInCell(value: string): { start: number; end: number; text: string }[] {
  const names: { start: number; end: number; text: string }[] = []
  const whole = value.trim()
  if (isColumnName(whole)) {
    return [{ start: value.indexOf(whole), end: value.indexOf(whole) + whole.length, text: whole }]
  }
  for (const match of value.matchAll(
    /[\u4e00-\u9fff\u3400-\u4dbf·•]{2,15}|[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff]/g,
  )) {
    const isMasked = MASK_BEHIND.test(value[match.index + match[0].length] ?? '')
    for (const { text, at } of piecesOf(match[0], isMasked)) {
      if (!isListedName(text.replace(/ /g, ''))) continue
      const start = match.index + at
      names.push({ start, end: start + text.length, text })
    }
  }
  return names
}

/**
 * Masks a name: 张建国 → 张*, 欧阳娜娜 → 欧阳*. Always one star, since the length would be a clue. Masked names are
 * unchanged.
 */
export function maskName(name: string): string {
  const words = name.replace(/\s/g, '')
  if (words === '' || /[*＊]/.test(words)) return words.replace(/＊/g, '*')
  if (/^[A-Za-z]/.test(words)) return `${words[0]}*`
  return `${surnameOf(words, KNOWN) || [...words][0]}*`
}
