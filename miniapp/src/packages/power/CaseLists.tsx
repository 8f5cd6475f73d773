import { type ReactNode, useState } from 'react'
import type { CaseSummary } from '@shared/contract/power/case'
import { EmptyState } from '../../components/page/EmptyState'
import { Loaded } from '../../components/page/Loaded'
import { MoreButton } from '../../components/page/MoreButton'
import { Tabs } from '../../components/controls/Tabs'
import { type Pages, usePages } from '../../hooks/usePages'
import type { ResourceOptions } from '../../hooks/useResource'

type Show = 'open' | 'closed'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '正在办的' },
  { value: 'closed', label: '办结的' },
]

/** Running and closed cases, each a list of its own, newest first. */
export interface CaseLists<One> {
  pages: Pages<One>
  show: Show
  setShow: (show: Show) => void
}

export function useCaseLists<One>(
  name: string,
  load: (query: { show: Show; cursor?: string }) => Promise<{ items: One[]; nextCursor: string | null }>,
  options?: ResourceOptions,
): CaseLists<One> {
  const [show, setShow] = useState<Show>('open')
  const pages = usePages<One>(name && `${name}:${show}`, cursor => load({ show, cursor }), options)
  return { pages, show, setShow }
}

interface Props<One> {
  lists: CaseLists<One>
  row: (one: One) => ReactNode
}

export function CaseListsView<One extends Pick<CaseSummary, 'id'>>({ lists, row }: Props<One>) {
  const { pages, show, setShow } = lists
  return (
    <>
      <Tabs label="哪些" options={SHOWS} value={show} onChange={setShow} />
      <Loaded resource={pages.first}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title="这里还没有" text="照清单提出一件事，就会列在这里。" />
          ) : (
            pages.items.map(row)
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </>
  )
}
