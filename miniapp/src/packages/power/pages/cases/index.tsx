import { useState } from 'react'
import type { CaseSummary } from '@shared/schemas/powerCase'
import { client } from '../../../../api/client'
import { EmptyState } from '../../../../components/EmptyState'
import { Frame } from '../../../../components/Frame'
import { Loaded } from '../../../../components/Loaded'
import { MoreButton } from '../../../../components/MoreButton'
import { Tabs } from '../../../../components/Tabs'
import { Trail } from '../../../../components/Trail'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { useParams } from '../../../../hooks/useParams'
import { useShareCard } from '../../../../hooks/useShareCard'
import { routes } from '../../../../routes'
import { CaseRow } from '../../CaseRow'

type Show = 'open' | 'closed'

const TITLE = '照清单办的事'
const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '正在办的' },
  { value: 'closed', label: '办结的' },
]

/** 办件: what the village is doing by its list and what it has done, newest first. */
export default function CasesPage() {
  const { org = '' } = useParams()
  const [show, setShow] = useState<Show>('open')
  const list = usePages<CaseSummary>(org && `cases:${org}:${show}`, cursor =>
    client.cases(org, { show, cursor }),
  )
  useShareCard({ title: TITLE, path: routes.cases(org) })
  return (
    <Frame title={TITLE} narrow stale={list.first}>
      <Trail
        steps={[
          { label: '公开栏', url: routes.home(org) },
          { label: '小微权力清单', url: routes.powers(org) },
        ]}
      />
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          {TITLE}
        </Heading>
        <Box as="p" className="lead">
          每件事走到哪一步、结果是什么。个人申请的事，不显示是谁家的。
        </Box>
      </Box>
      <Tabs label="哪些" options={SHOWS} value={show} onChange={setShow} />
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="这里还没有" text="村里照清单提出一件事，就会列在这里。" />
          ) : (
            list.items.map(one => <CaseRow key={one.id} one={one} />)
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </Frame>
  )
}
