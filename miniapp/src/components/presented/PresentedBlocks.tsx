import { type ReactNode, useMemo } from 'react'
import { flatMap, lastOf } from '@shared/common/lists'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { type Document, type Part, documentOf } from '@shared/presentation/document'
import { Box } from '../../elements/dom'
import { Chart } from './Chart'
import { Facts } from './Facts'
import { Files } from './Files'
import { Paragraphs } from './Paragraphs'
import { Sentence } from './Sentence'
import { Sheet } from './sheet/Sheet'
import type { BarUrl, PointAt } from './types'

interface Props {
  blocks: readonly PresentedBlock[]
  /** Names the record for screen readers, if a page shows two. */
  side?: string
  /** Organisation whose staff preview it before publication. */
  staffOf?: string
  /** Link target of a bar, if any. */
  barUrl?: BarUrl
  /** Page of an objection to a row, if one can be made. */
  pointAt?: PointAt
  /** Ids of the rows that are the reader's own. */
  own?: readonly string[]
  /** Who answers for the record, directly below its figure. */
  trust?: ReactNode
  /** Explanation of its figures, before them. */
  help?: ReactNode
  /** The standard 公开标准 is in a fold even if the record is nothing else. */
  folded?: boolean
}

/**
 * Renders a presented record, on the notice page, the item page, next to another record and in the staff preview. Adds no
 * words of its own.
 */
export function PresentedBlocks({ blocks, ...props }: Props) {
  const document = useMemo(() => documentOf(blocks), [blocks])
  return (
    <>
      {document.map((part, at) => (
        <OnePart key={part.id} part={part} at={at} document={document} {...props} />
      ))}
    </>
  )
}

interface PartProps extends Omit<Props, 'blocks'> {
  part: Part
  at: number
  document: Document
}

/** The sheet whose figures a chart repeats: the next one. */
const sheetAfter = (document: Document, at: number) =>
  flatMap(document.slice(at + 1), part => (part.kind === 'sheet' ? part : []))[0]

const vouchersIn = (document: Document, sheetId: string) =>
  flatMap(document, part => (part.kind === 'files' && part.id === `${sheetId}-vouchers` ? part.files : []))

/** True if the whole standard is set apart: the record is about something else. */
const isFolded = (document: Document, part: Part, folded: boolean) =>
  part.id === 'standard' && part === lastOf(document) && (folded || document.length > 1)

function OnePart({ part, at, document, ...props }: PartProps) {
  switch (part.kind) {
    case 'sentence':
      return (
        <>
          <Box className="leaf">
            <Sentence part={part} />
            {props.trust}
          </Box>
          {props.help}
        </>
      )
    case 'facts':
      return <Facts part={part} folded={isFolded(document, part, props.folded ?? false)} />
    case 'paragraphs':
      return <Paragraphs part={part} />
    case 'chart':
      return <Chart part={part} sheet={sheetAfter(document, at)} barUrl={props.barUrl} />
    case 'sheet': {
      const { side, pointAt, own, staffOf } = props
      const files = staffOf ? [] : vouchersIn(document, part.id)
      return <Sheet part={part} side={side} files={files} pointAt={pointAt} own={own} />
    }
    case 'files':
      return <Files part={part} staffOf={props.staffOf} />
  }
}
