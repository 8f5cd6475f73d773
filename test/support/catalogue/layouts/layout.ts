import type { ParsedCatalogue } from '@shared/contract/catalogues/catalogue'
import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import { type Score, type Truth, compare } from '../compare'

/** A file as a county office sends it, with what it says. */
export interface Layout {
  name: string
  /** Its ending gives the kind. */
  file: string
  bytes: () => Buffer | Promise<Buffer>
  truth: Truth[]
  /** Areas 领域 that the file covers, in order; absent: not looked at. */
  areas?: string[]
  /** Fields that a reader has to doubt, as `序号 field`: damaged by a scanner, strange words in it. */
  doubted?: string[]
  /** Codes of warnings that a reader has to give. */
  warned?: string[]
}

/** Adds what is missing besides the cells: doubts, warnings, areas. */
function compareBeside(score: Score, layout: Layout, parsed: ParsedCatalogue): void {
  for (const place of layout.doubted ?? []) {
    const [no, field] = place.split(' ')
    const row = parsed.rows.find(({ displayNo }) => displayNo === no)
    if (!row?.uncertain.some(entry => entry.field === field)) score.silent.push(`${place}: not doubted`)
  }
  for (const code of layout.warned ?? []) {
    if (!parsed.warnings.some(warning => warning.code === code)) score.silent.push(`no warning ${code}`)
  }
  if (layout.areas) {
    score.cells++
    if (JSON.stringify(parsed.areas) === JSON.stringify(layout.areas)) score.right++
    else score.silent.push(`areas: ${parsed.areas.join()} ≠ ${layout.areas.join()}`)
  }
}

/** Reads a layout and compares it with what it says. */
export async function scoreOf(layout: Layout): Promise<Score> {
  const parsed = await parseCatalogueFile({ file: layout.file, bytes: await layout.bytes() })
  const score = compare(parsed.rows, layout.truth)
  compareBeside(score, layout, parsed)
  return score
}
