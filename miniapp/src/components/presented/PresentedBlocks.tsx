import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { Bars } from './Bars'
import { Facts } from './Facts'
import { Files } from './Files'
import { Summary } from './Summary'
import { TableBlock } from './TableBlock'
import { TextBlock } from './TextBlock'
import type { BarUrl } from './types'

interface Props {
  blocks: readonly PresentedBlock[]
  /** Names the record for screen readers, if a page shows two. */
  side?: string
  /** Organisation whose staff preview it before publication. */
  staffOf?: string
  /** Link target of a bar, if any. */
  barUrl?: BarUrl
}

/**
 * Renders a presented record, on the notice page, the item page and in the staff preview. Adds no words of its
 * own.
 */
export function PresentedBlocks({ blocks, side, staffOf, barUrl }: Props) {
  return (
    <>
      {blocks.map(block => (
        <OneBlock key={block.id} block={block} side={side} staffOf={staffOf} barUrl={barUrl} />
      ))}
    </>
  )
}

function OneBlock({ block, side, staffOf, barUrl }: { block: PresentedBlock } & Omit<Props, 'blocks'>) {
  switch (block.kind) {
    case 'summary':
      return <Summary block={block} />
    case 'facts':
      return <Facts block={block} />
    case 'text':
      return <TextBlock block={block} />
    case 'bars':
      return <Bars block={block} barUrl={barUrl} />
    case 'table':
      return <TableBlock block={block} side={side} />
    case 'files':
      return <Files block={block} staffOf={staffOf} />
  }
}
