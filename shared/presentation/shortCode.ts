import { sha256Hex } from '../common/hash'

const DIGITS = 7

/** 短码: seven digits that stand for a notice on paper and on the telephone; typed into 查找 they find it. */
export const shortCode = (noticeId: string): string =>
  String(parseInt(sha256Hex(noticeId).slice(0, 8), 16) % 10 ** DIGITS).padStart(DIGITS, '0')
