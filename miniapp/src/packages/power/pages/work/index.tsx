import { useState } from 'react'
import type { WorkCase, WorkCaseList } from '@shared/schemas/powerCase'
import { client } from '../../../../api/client'
import { EmptyState } from '../../../../components/EmptyState'
import { Frame } from '../../../../components/Frame'
import { Link } from '../../../../components/Link'
import { Loaded } from '../../../../components/Loaded'
import { MoreButton } from '../../../../components/MoreButton'
import { Tabs } from '../../../../components/Tabs'
import { Box, Heading } from '../../../../elements/dom'
import { usePages } from '../../../../hooks/usePages'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../staff/LoginGate'
import { WorkRow } from '../../work/WorkRow'

type Show = 'open' | 'closed'

const SHOWS: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '正在办的' },
  { value: 'closed', label: '办结的' },
]

/** 照清单办事: every matter of a village with its clock, and the way to open another. */
export default function WorkCasesPage() {
  const { org = '' } = useParams()
  const [show, setShow] = useState<Show>('open')
  const list = usePages<WorkCase>(
    org && `work-cases:${org}:${show}`,
    cursor => client.workCases(org, { show, cursor }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  const page = list.first.data as WorkCaseList | null
  return (
    <Frame title="照清单办事" narrow>
      <LoginGate error={list.first.error}>
        <Box as="header" className="board">
          <Heading level={1} className="board__name">
            {`${page?.org.name ?? ''}照清单办事`}
          </Heading>
          <Box className="buttons">
            {page && page.openable.length > 0 && (
              <Link className="button" label="提出一件事" url={routes.openCase(org)} />
            )}
            <Link className="button button--plain" label="看清单" url={routes.powers(org)} />
          </Box>
        </Box>
        <Tabs label="哪些" options={SHOWS} value={show} onChange={setShow} />
        <Loaded resource={list.first}>
          {() =>
            list.items.length === 0 ? (
              <EmptyState title="这里没有" text="照清单提出一件事，就会列在这里。" />
            ) : (
              list.items.map(one => <WorkRow key={one.id} one={one} />)
            )
          }
        </Loaded>
        <MoreButton pages={list} />
      </LoginGate>
    </Frame>
  )
}
