import { readId18 } from './residentId'
import type { Detector } from '../types'

/** Area, birth date and the last four, each with its own words: 前六位610104，1958年6月5日出生，后四位4057. */
const PARTS =
  /(?<!\d)(\d{6})(?!\d)[^\d\n]{1,14}((?:19|20)\d{2})[年./ -]?(\d{1,2})[月./ -]?(\d{1,2})日?(?!\d)[^\d\n]{1,14}(\d{3}[\dXx])(?![\dA-Za-z])/g

/** Detects a resident ID number 居民身份证号 that is given in three parts with words between them; proved by its check digit. */
export const detectIdInParts: Detector = ({ text }, { today }) =>
  [...text.matchAll(PARTS)].flatMap(match => {
    const [whole, area = '', year = '', month = '', day = '', tail = ''] = match
    const value = `${area}${year}${month.padStart(2, '0')}${day.padStart(2, '0')}${tail.toUpperCase()}`
    const facts = readId18(value, today)
    if (!facts?.checksum || facts.birth === null || facts.area !== 'known') return []
    const end = match.index + whole.length
    return [{ kind: 'resident-id', severity: 'block', certainty: 85, start: match.index, end, value }]
  })
