import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { isListedName, KIND_NAMES, scanText, type Place, type PlacedFinding } from '@server/domain/privacy'
import type { PictureArea } from '@shared/contract/common'
import type { FileFinding } from '@shared/contract/disclosure/files'

const NEVER: readonly string[] = FIELD_POLICY.neverReleased
const UNCHECKED = /没有检查$/

/** Checks for personal data in a place name of the document, e.g. a sheet's name. */
const isPersonal = (words: string): boolean =>
  scanText(words).length > 0 || isListedName(words.trim().replace(/(?:的|名单|明细|表|户|家).*$/, ''))

/** Returns the kind of a part only: the rest of its name comes from the file's author. */
function partWords(part: string): string {
  const kind = part.split(/[ （/]/)[0] ?? ''
  return isPersonal(kind) || /[A-Za-z]{3}/.test(kind) ? '文件内部' : kind
}

/** Describes the position in Chinese: `工作表“名单” B3（隐藏行）`, `第 2 页`, `文件名`. */
function describePlace({ sheet, cell, page, line, part }: Place): string {
  const words = [
    sheet === undefined ? '' : isPersonal(sheet) ? '某个工作表' : `工作表“${sheet}”`,
    cell ? `单元格 ${cell}` : '',
    page === undefined ? '' : `第 ${page} 页`,
    line === undefined || cell ? '' : `第 ${line} 行`,
  ].filter(Boolean)
  const place = words.join(' ')
  const inside = part ? partWords(part) : ''
  return place && inside ? `${place}（${inside}）` : place || inside || '文件内'
}

const isNote = ({ kind, text }: PlacedFinding): boolean =>
  kind === 'file-metadata' && /可能|没有/.test(text) && scanText(text).length === 0

const WHOLE = 10_000

/** Returns a box in ten-thousandths of its picture. */
function areaOf([left, top, width, height]: NonNullable<Place['box']>, size: Size): PictureArea {
  const share = (pixels: number, of: number) =>
    Math.min(WHOLE, Math.max(0, Math.round((pixels * WHOLE) / of)))
  return {
    left: share(left, size.width),
    top: share(top, size.height),
    width: share(width, size.width),
    height: share(height, size.height),
  }
}

/** Size of a picture in pixels. */
export interface Size {
  width: number
  height: number
}

/** Presents a privacy finding in a file: position, rule and proposed mask in Chinese, never the open value. `size`: of the file, where it is a picture. */
export function presentFileFinding(finding: PlacedFinding, size: Size | null = null): FileFinding {
  const { kind, mask, text } = finding
  const { box, page } = finding.place
  const place = describePlace(finding.place)
  const severity = UNCHECKED.test(text) ? 'block' : finding.severity
  const releasable = severity === 'review' && !NEVER.includes(kind)
  const what = isNote(finding) ? text : KIND_NAMES[kind]
  const advice = isNote(finding) ? '' : `，建议写成“${mask}”或删去`
  return {
    code: `privacy-${kind}`,
    field: 'file',
    message: `${place}：${what}${advice}。`,
    severity,
    place,
    proposed: mask,
    releasable,
    ...(size && box && page === undefined && { area: areaOf(box, size) }),
  }
}
