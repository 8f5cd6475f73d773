import type { PresentedBlock } from '@shared/schemas/presentation'
import { Bars } from './Bars'
import { Facts } from './Facts'
import { Files } from './Files'
import { Summary } from './Summary'
import { TableBlock } from './TableBlock'
import { TextBlock } from './TextBlock'

interface Props {
  blocks: readonly PresentedBlock[]
}

/**
 * The one way a presented record is drawn: on the notice page, at the catalogue item and in the staff preview.
 * It adds no word of its own to the record.
 */
export function PresentedBlocks({ blocks }: Props) {
  return (
    <>
      {blocks.map(block => (
        <OneBlock key={block.id} block={block} />
      ))}
    </>
  )
}

function OneBlock({ block }: { block: PresentedBlock }) {
  switch (block.kind) {
    case 'summary':
      return <Summary block={block} />
    case 'facts':
      return <Facts block={block} />
    case 'text':
      return <TextBlock block={block} />
    case 'bars':
      return <Bars block={block} />
    case 'table':
      return <TableBlock block={block} />
    case 'files':
      return <Files block={block} />
  }
}
