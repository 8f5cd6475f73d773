import { useState } from 'react'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Loaded } from '../../../../components/page/Loaded'
import { MoreButton } from '../../../../components/page/MoreButton'
import { Section } from '../../../../components/page/Section'
import { Tabs } from '../../../../components/controls/Tabs'
import { usePages } from '../../../../hooks/usePages'
import { IN_WORK } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { WorkRow } from './WorkRow'

type Shown = NoticeState | 'all'

/** Short labels: the rows show the full state. */
const LATER: readonly { value: Shown; label: string }[] = [
  { value: 'published', label: '公示中的' },
  { value: 'ended', label: '期满的' },
  { value: 'confirmed', label: '确认过的' },
  { value: 'archived', label: '归了档的' },
  { value: 'refused', label: '没通过的' },
  { value: 'signed', label: '等开会的' },
  { value: 'met', label: '等公开的' },
  { value: 'scheduled', label: '定了时的' },
  { value: 'ordered', label: '责令改的' },
  { value: 'withdrawn', label: '撤回的' },
]
const OWN: typeof LATER = [
  { value: 'all', label: '全部' },
  { value: 'draft', label: '草稿' },
  { value: 'checked', label: '查过隐私的' },
  { value: 'submitted', label: '等审核的' },
  ...LATER,
  { value: 'discarded', label: '作废的' },
]

interface Props {
  org: string
  /** True for the person's own organisation, whose drafts are listed too. */
  own: boolean
}

/** Lists all notices 全部公示 by state, last changed first. */
export function Everything({ org, own }: Props) {
  const states = own ? OWN : LATER
  const [picked, setPicked] = useState<Shown | null>(null)
  const state = states.find(({ value }) => value === picked)?.value ?? states[0]?.value ?? 'all'
  const list = usePages<WorkNotice>(
    `work:${org}:${state}`,
    cursor =>
      api('GET /orgs/:code/work', {
        params: { code: org },
        query: { cursor, state: state === 'all' ? undefined : state },
      }),
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
