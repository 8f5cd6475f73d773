import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { cellTextOf } from '@server/documents/xlsx/cells'
import { blockRows } from './recordRows'
import { glyphsMissingIn } from '@server/documents/print/glyphs'
import { fontHas } from '@server/documents/print/letters'

/** Number of characters shown on either side of a missing one. */
const AROUND = 6
/** Characters of the private use areas 造字, which other phones cannot show either. */
const PRIVATE = /\p{Co}/u

function around(text: string, letter: string): string {
  const letters = [...text]
  const at = letters.indexOf(letter)
  return letters.slice(Math.max(0, at - AROUND), at + AROUND + 1).join('')
}

/** Staff: characters of a notice that cannot be printed 打不出的字, each with its first occurrence. */
export function missingGlyphs(
  title: string,
  blocks: readonly PresentedBlock[],
): WorkNoticePage['unprintable'] {
  const texts = [title, ...blocks.flatMap(block => blockRows(block).flat().map(cellTextOf))]
  return [...glyphsMissingIn(texts, fontHas)].map(([letter, text]) => ({
    letter,
    within: around(text, letter),
    madeUp: PRIVATE.test(letter),
  }))
}
