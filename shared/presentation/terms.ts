import { flatMap } from '../common/lists'
import { GLOSSARY, type Term } from '../facts/reading/glossary'
import type { PresentedBlock } from '../contract/disclosure/presentation'

function wordsOf(block: PresentedBlock): string[] {
  switch (block.kind) {
    case 'summary':
      return [block.text]
    case 'facts':
      return flatMap(block.rows, ({ label, value }) => [label, value])
    case 'text':
      return block.paragraphs
    case 'table':
      return [
        block.label,
        ...block.columns.map(({ label }) => label),
        ...flatMap(block.rows, ({ cells }) => cells),
        ...block.totals.map(({ label }) => label),
      ]
    case 'bars':
      return block.bars.map(({ label }) => label)
    case 'files':
      return []
  }
}

const STANDARD = 'standard'

/** Finds the glossary terms that a notice uses, in glossary order; the catalogue's own wording is skipped. */
export function termsIn(blocks: readonly PresentedBlock[]): Term[] {
  const text = flatMap(
    blocks.filter(({ id }) => id !== STANDARD),
    wordsOf,
  ).join('\n')
  return GLOSSARY.terms.filter(({ term, also = [] }: Term) =>
    [term, ...also].some(word => text.includes(word)),
  )
}
