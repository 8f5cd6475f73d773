import type { Chance } from './chance'

export type Disguise = (digits: string, chance: Chance) => string

const CHINESE = [...'零一二三四五六七八九']
const groups = (digits: string, sizes: readonly number[], mark: string): string => {
  let at = 0
  const parts = sizes.map(size => digits.slice(at, (at += size)))
  return [...parts, digits.slice(at)].filter(part => part !== '').join(mark)
}

/** Full-width digits ０–９; a check character becomes Ｘ. */
export const fullWidth: Disguise = digits =>
  [...digits].map(char => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join('')

export const zeroWidth: Disguise = (digits, chance) => {
  const at = chance.int(1, digits.length - 1)
  return `${digits.slice(0, at)}\u200b${digits.slice(at)}`
}

export const letterSpaced: Disguise = digits => [...digits].join(' ')

export const lineBroken: Disguise = (digits, chance) => {
  const at = chance.int(2, digits.length - 2)
  return `${digits.slice(0, at)}\n${digits.slice(at)}`
}

export const grouped =
  (sizes: readonly number[], mark: string): Disguise =>
  digits =>
    groups(digits, sizes, mark)

export const chineseDigits: Disguise = digits =>
  [...digits].map(char => CHINESE[Number(char)] ?? char).join('')

export const plain: Disguise = digits => digits
export const lowerCase: Disguise = digits => digits.toLowerCase()

const ANY_MARK = [' ', '-', '\u00a0', '\u3000', '–', '—', ' - ', '  ', '－', '·']

export const ID_DISGUISES: readonly Disguise[] = [
  plain,
  lowerCase,
  fullWidth,
  zeroWidth,
  letterSpaced,
  lineBroken,
  (digits, chance) => groups(digits, [6, 8], chance.pick(ANY_MARK)),
  (digits, chance) => groups(digits, [6, 4, 4], chance.pick(ANY_MARK)),
  (digits, chance) => groups(digits, [6, 4, 2, 2], chance.pick(ANY_MARK)),
  (digits, chance) => groups(digits, [3, 3, 4, 4], chance.pick(ANY_MARK)),
  (digits, chance) => groups(digits, [4, 4, 4, 4], chance.pick(ANY_MARK)),
]

export const MOBILE_DISGUISES: readonly Disguise[] = [
  plain,
  fullWidth,
  zeroWidth,
  letterSpaced,
  chineseDigits,
  digits => `+86${digits}`,
  digits => `+86 ${groups(digits, [3, 4], ' ')}`,
  digits => `0086-${digits}`,
  digits => `(+86)${digits}`,
  digits => `86-${groups(digits, [3, 4], '-')}`,
  grouped([3, 4], '-'),
  grouped([3, 4], ' '),
  grouped([3, 4], '\u3000'),
  grouped([3, 4], '.'),
  grouped([4, 3], '-'),
]

export const CARD_DISGUISES: readonly Disguise[] = [
  plain,
  fullWidth,
  zeroWidth,
  lineBroken,
  grouped([4, 4, 4, 4], ' '),
  grouped([4, 4, 4, 4], '-'),
  grouped([4, 4, 4, 4], '\u3000'),
  grouped([6], ' '),
]
