import type { ReactNode } from 'react'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { ItemRef, NoticeSummary } from '@shared/contract/reading/site'
import { routes } from '../../routes'
import { PresentedBlocks } from './PresentedBlocks'
import type { BarUrl } from './types'

interface Props {
  notice: NoticeSummary
  item: Pick<ItemRef, 'key'>
  blocks: readonly PresentedBlock[]
  /** Names the record for screen readers, if a page shows two. */
  side?: string
  own?: readonly string[]
  trust?: ReactNode
  help?: ReactNode
}

/** Returns the links from the bars of a money statement to its lines. */
function linesOf({ category, orgCode, period }: NoticeSummary, key: string): BarUrl | undefined {
  if (category !== 'village-finance') return undefined
  return id =>
    id === 'income' || id === 'expense' ? routes.financeClass(orgCode, { class: id, period, key }) : null
}

/** Shows the record of a published notice: by village and street alike, alone or next to the other. */
export function NoticeRecord({ notice, item, ...props }: Props) {
  return (
    <PresentedBlocks
      {...props}
      barUrl={linesOf(notice, item.key)}
      pointAt={(block, row) => routes.write(notice.id, block, row)}
    />
  )
}
