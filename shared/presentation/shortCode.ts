import { sha256Hex } from '../common/hash'

const DIGITS = 7

/** Returns the short code 短码 of a notice: seven digits for paper and telephone, accepted by the search 查找. */
export const shortCode = (noticeId: string): string =>
  String(parseInt(sha256Hex(noticeId).slice(0, 8), 16) % 10 ** DIGITS).padStart(DIGITS, '0')

/** The short code in two groups, as it is said on the telephone: 896 1965. */
export const saidCode = (noticeId: string): string => shortCode(noticeId).replace(/^(.{3})/, '$1 ')
