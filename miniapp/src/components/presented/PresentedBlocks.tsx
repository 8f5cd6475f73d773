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
  /** Where two records stand on one page: which one this is, for those who hear its tables. */
  side?: string
  /** Organisation whose staff look at it before it is public. */
  staffOf?: string
  /** Where a bar leads, where it leads anywhere. */
  barUrl?: BarUrl
}

/**
 * The one way a presented record is drawn: on the notice page, at the catalogue item and in the staff preview.
 * It adds no word of its own to the record.
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
