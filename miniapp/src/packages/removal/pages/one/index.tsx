import { useState } from 'react'
import type { RemovalPage } from '@shared/contract/disclosure/removal'
import { api } from '../../../../api/client'
import { Link } from '../../../../components/controls/Link'
import { Fact } from '../../../../components/Fact'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { removedFacts } from '../../../../components/presented/Removed'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { useParams } from '../../../../hooks/useParams'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { routes } from '../../../../routes'
import { Extent } from '../../Extent'
import { Judge } from '../../Judge'

/** Shows one withdrawal or erasure for staff, with the presses of the people who have a say. */
export default function OneRemovalPage() {
  const id = useParams()['id'] ?? ''
  const page = useResource<RemovalPage>(
    id && `removal:${id}`,
    () => api('GET /removals/:id', { params: { id } }),
    IN_WORK,
  )
  const [kept, keep] = useState<RemovalPage | null>(null)
  useReshown(page.reload)
  const reload = () => {
    keep(null)
    page.reload()
  }
  return (
    <Frame title="撤回与删除" narrow>
      <LoginGate error={page.error}>
        <Loaded resource={page}>
          {data => <One page={kept ?? data} onDone={keep} onConflict={reload} />}
        </Loaded>
      </LoginGate>
    </Frame>
  )
}

interface Props {
  page: RemovalPage
  onDone: (page: RemovalPage) => void
  onConflict: () => void
}

function One({ page: { removal, extent, leak }, onDone, onConflict }: Props) {
  const { word, orgName, matter, periodLabel, edition, orgCode, noticeId, waitsFor, kind, state } = removal
  const isPublic = kind === 'erasure' && state !== 'erased'
  return (
    <Box as="article">
      <Heading level={1} className="title">
        {`${orgName}：${matter}`}
      </Heading>
      <Box as="p">
        <Txt className="state">{`! ${word}`}</Txt>
      </Box>
      <Fact label="哪一期" value={`${periodLabel}，第 ${edition} 版`} />
      {removedFacts(removal).map(text => (
        <Box key={text} as="p">
          {text}
        </Box>
      ))}
      {waitsFor.length > 0 && <Fact label="等谁" value={waitsFor.join('、')} />}
      {leak && <Fact label="处置" value={`涉及 ${leak.persons} 人。${leak.measures}`} />}
      {extent && <Extent extent={extent} />}
      <Judge removal={removal} onDone={onDone} onConflict={onConflict} />
      <Section title="再看看">
        {isPublic && <Link label="看这条公示" url={routes.notice(noticeId, edition)} />}
        <Link label="办理经过" url={routes.review(noticeId)} />
        <Link label="撤回与删除登记（大家看到的）" url={routes.removals(orgCode)} />
      </Section>
    </Box>
  )
}
