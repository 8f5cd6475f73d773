import { useState } from 'react'
import { stateLabel } from '@shared/domain/noticeStates'
import type { NoticeState } from '@shared/schemas/notice'
import type { WorkNotice } from '@shared/schemas/work'
import { client } from '../../../../api/client'
import { EmptyState } from '../../../../components/EmptyState'
import { Loaded } from '../../../../components/Loaded'
import { MoreButton } from '../../../../components/MoreButton'
import { Section } from '../../../../components/Section'
import { Tabs } from '../../../../components/Tabs'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { WorkRow } from './WorkRow'

type Shown = NoticeState | 'all'

const LATER: readonly NoticeState[] = [
  'published',
  'ended',
  'confirmed',
  'archived',
  'refused',
  'signed',
  'met',
  'scheduled',
  'ordered',
  'withdrawn',
]
const tab = (value: Shown) => ({ value, label: value === 'all' ? '全部' : stateLabel(value) })
const OWN = (['all', 'draft', 'checked', 'submitted', ...LATER] as const).map(tab)
const FROM_ABOVE = LATER.map(tab)

interface Props {
  org: string
  /** One's own organisation: drafts are listed too. */
  own: boolean
}

/** 全部公示 by state, last changed first. */
export function Everything({ org, own }: Props) {
  const states = own ? OWN : FROM_ABOVE
  const [picked, setPicked] = useState<Shown | null>(null)
  const state = states.find(({ value }) => value === picked)?.value ?? states[0]?.value ?? 'all'
  const list = usePages<WorkNotice>(
    `work:${org}:${state}`,
    cursor => client.workList(org, { cursor, state: state === 'all' ? undefined : state }),
    IN_WORK,
  )
  useReshown(list.first.reload)
  return (
    <Section title="全部公示">
      <Tabs label="状态" options={states} value={state} onChange={setPicked} />
      <Loaded resource={list.first}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title="这里没有公示" text="到了这一步的公示会列在这里，最近改动的在最前面。" />
          ) : (
            list.items.map(notice => <WorkRow key={notice.id} notice={notice} />)
          )
        }
      </Loaded>
      <MoreButton pages={list} />
    </Section>
  )
}
