import { type Reading, doubtful, remembered, sure } from '../reading'
import { bracketsBalance, joinLayout, normaliseBlanks, splitOutsideBrackets } from '../text'
import { NATIONAL_CHANNELS } from '../vocabulary/channels'
import { dropListMarker, splitBullets, splitNumbered } from './listMarks'

/** Endings of names of disclosing organisations. Source: published catalogues; checkedOn 2026-11 */
const ORGANISATION_END =
  /(?:政府|政務|部门|部門|单位|單位|机构|機構|机关|機關|组织|組織|公司|企业|企業|学校|學校|医院|醫院|委员会|委員會|委員会|委员會|村委会|居委会|合作社|管委会|办事处|辦事處|办公室|办|辦|局|厅|委|处|處|站|所|院|中心|部|队|隊|社区|社區|街道|乡镇|乡|鄉|镇|鎮|行政村|村|居|校|会|會|室|科|股|场|场所|人|小组|区|县|市|代理机构)$/
const BARE_LEVEL = /^(?:各|本)?(?:省|市|州|县|縣|区|區|旗|乡|鄉|镇|鎮|街|街道|村|社区)(?:级|級)?$/

const withoutBrackets = (text: string): string => text.replace(/[(（][^)）]*[)）]/g, '').replace(/等$/, '')

/** Checks whether the text names one or more organisations. */
export function looksLikeSubjects(text: string): boolean {
  const parts = splitOutsideBrackets(joinLayout(text), char => '、，,；;'.includes(char))
  return parts.length > 0 && parts.every(part => part.length <= 30 && isOrganisation(part))
}

const CHANNELS = new Set(NATIONAL_CHANNELS)

const isOrganisation = (text: string): boolean =>
  ORGANISATION_END.test(withoutBrackets(text)) && !CHANNELS.has(text)

/** Joins a bare level word to the name that follows: `县、乡镇人民政府`. */
function joinBareLevels(parts: readonly string[]): string[] {
  if (parts.every(part => BARE_LEVEL.test(part))) return [...parts]
  const joined: string[] = []
  let pending = ''
  for (const part of parts) {
    if (BARE_LEVEL.test(part) && part.length <= 2) pending += `${part}、`
    else {
      joined.push(pending + part)
      pending = ''
    }
  }
  return pending === '' ? joined : [...joined, pending.replace(/、$/, '')]
}

const isWhole = (line: string): boolean => bracketsBalance(line) && isOrganisation(line)

/** Splits at a line break or blank after a complete name; inside a name it is layout. */
function joinPieces(pieces: readonly string[]): string[] {
  const joined: string[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const goesOn =
      before !== undefined &&
      !/[、，,；;]$/.test(before) &&
      (!isWhole(before) || !isWhole(piece) || /^[(（]/.test(piece) || piece.length < 3)
    if (goesOn) joined[joined.length - 1] = before + piece
    else joined.push(piece)
  }
  return joined
}

/** Reads the subjects 公开主体 of a cell: organisations or roles in the words of the source. */
export const readSubjects = remembered((raw: string): Reading<string[]> => {
  const normal = normaliseBlanks(raw).trim()
  const pieces = (splitNumbered(normal) ?? splitBullets(normal) ?? [normal]).flatMap(part =>
    joinPieces(part.split(/\s+/).filter(piece => piece !== '')),
  )
  const names = pieces
    .map(piece => dropListMarker(joinLayout(piece)))
    .flatMap(piece => joinBareLevels(splitOutsideBrackets(piece, char => '、，,；;。'.includes(char))))
  const strange = names.filter(name => !isOrganisation(name))
  if (strange.length === 0) return sure(names)
  return doubtful(names, ...strange.map(name => `“${name}”不像单位名称`))
})
