import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { blockRows } from './recordRows'
import { glyphsMissingIn } from '@server/documents/print/glyphs'
import { fontHas } from '@server/documents/print/page'

/** So many letters on either side show where one stands. */
const AROUND = 6
/** 造字: letters of private areas, which other people’s phones lack too. */
const PRIVATE = /\p{Co}/u

function around(text: string, letter: string): string {
  const letters = [...text]
  const at = letters.indexOf(letter)
  return letters.slice(Math.max(0, at - AROUND), at + AROUND + 1).join('')
}

/** Staff: letters of a notice that no printed sheet will show 打不出的字, with where each stands first. */
export function missingGlyphs(
  title: string,
  blocks: readonly PresentedBlock[],
): WorkNoticePage['unprintable'] {
  const texts = [title, ...blocks.flatMap(block => blockRows(block).flat())]
  return [...glyphsMissingIn(texts, fontHas)].map(([letter, text]) => ({
    letter,
    within: around(text, letter),
    madeUp: PRIVATE.test(letter),
  }))
}
