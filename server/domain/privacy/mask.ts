import { maskName } from './detectors/names'
import type { PrivacyKind } from './types'

const stars = (count: number): string => '*'.repeat(Math.max(0, count))

/** Masks the middle: the first `head` and last `tail` characters stay, with at least `atLeast` stars between. */
const middle = (words: string, head: number, tail: number, atLeast: number): string =>
  words.length <= head + tail
    ? stars(Math.max(atLeast, words.length))
    : `${words.slice(0, head)}${stars(Math.max(atLeast, words.length - head - tail))}${words.slice(words.length - tail)}`

const digitsOf = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()

const maskMobile = (text: string): string => {
  const digits = digitsOf(text).replace(/^(?:00)?86(?=1\d{10}$)|^0(?=1\d{10}$)/, '')
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

const maskLandline = (text: string): string => {
  const [, area = '', local = ''] = /^\(?(0\d{2,3})?\)?[- ]*([\d -]+)$/.exec(text.trim()) ?? []
  const digits = local.replace(/\D/g, '')
  return `${area}${area ? '-' : ''}${middle(digits, 0, 3, 4)}`
}

const maskEmail = (text: string): string => {
  const [user = '', host = ''] = text.replace(/\s/g, '').split('@')
  return `${user[0] ?? ''}***@${host}`
}

/** Drops everything from the first house number on; street, village and group stay. */
const maskAddress = (text: string): string =>
  /^[\u4e00-\u9fff]*(?:\d{1,3}|[一二三四五六七八九十]{1,3})组/.exec(text)?.[0] ??
  `${text.replace(/[0-9一二三四五六七八九十百]+(?:号|栋|幢|座|弄|单元|室|楼|院|-).*$/, '') || text.slice(0, 2)}**`

const MASKS: Readonly<Record<PrivacyKind, (text: string) => string>> = {
  'resident-id': text => middle(digitsOf(text), 4, digitsOf(text).length === 15 ? 1 : 4, 10),
  passport: text => middle(digitsOf(text), 1, 2, 6),
  mobile: maskMobile,
  landline: maskLandline,
  'bank-card': text => `${stars(12)}${digitsOf(text).slice(-4)}`,
  'social-security-card': text => middle(digitsOf(text), 1, 2, 6),
  // The last two digits encode category and grade of the impairment.
  'disability-card': text => `${digitsOf(text).slice(0, 4)}${stars(16)}`,
  email: maskEmail,
  wechat: text => `${text.slice(0, 1)}******`,
  plate: text => middle(text.replace(/[ ·•.-]/g, ''), 2, 1, 4),
  address: maskAddress,
  gps: text => text.replace(/(\.\d)\d+/g, '$1**').replace(/[°度].*$/, '°**'),
  'person-name': maskName,
  minor: () => '未成年人（不公开）',
  health: () => '（健康情况不公开）',
  'file-metadata': () => '（已清除）',
}

/**
 * Returns the proposed mask 建议的遮盖 of an open value.
 * @example maskValue('mobile', '13800001234') → '138****1234'
 */
export const maskValue = (kind: PrivacyKind, text: string): string => MASKS[kind](text)
