import { useEffect } from 'react'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { api } from '../../../../api/client'
import { Frame } from '../../../../components/page/Frame'
import { Link } from '../../../../components/controls/Link'
import { Loaded } from '../../../../components/page/Loaded'
import { PresentedBlocks } from '../../../../components/presented/PresentedBlocks'
import { Section } from '../../../../components/page/Section'
import { Stamp } from '../../../../components/Stamp'
import { Box } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useParams } from '../../../../hooks/useParams'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { useReshown } from '../../../../hooks/useReshown'
import { routes } from '../../../../routes'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { rememberOpened } from '../../steps/opened'
import { Actions } from './Actions'
import { Changes } from './Changes'
import { Head } from './Head'
import { Pictures } from './Pictures'
import { Standing } from './Standing'
import { Feedback } from './Feedback'
import { Unprintable } from './Unprintable'
import { WhatChanged } from './WhatChanged'

/** Shows the public view of a notice, its open issues, and the steps for this person. */
export default function ReviewPage() {
  const params = useParams()
  const id = params['id'] ?? ''
  const page = useResource<WorkNoticePage>(
    `work-notice:${id}`,
    () => api('GET /work/:id', { params: { id } }),
    IN_WORK,
  )
  useReshown(page.reload)
  return (
    <Frame title="查看和审核" stale={page}>
      <LoginGate error={page.error}>
        <Loaded resource={page}>{data => <Review page={data} onChanged={page.reload} />}</Loaded>
      </LoginGate>
    </Frame>
  )
}

function Review({ page, onChanged }: { page: WorkNoticePage; onChanged: () => void }) {
  const { work, presented, issues, unprintable, signOff, history } = page
  useEffect(() => rememberOpened(work), [work])
  return (
    <>
      <Head work={work} />
      <Box className="cols">
        <Box>
          <WhatChanged comparisons={page.comparisons} />
          <Changes changes={page.changes} />
          <Feedback page={page} />
          {issues.length > 0 && (
            <Section title={`公开前还有 ${issues.length} 处要改`}>
              {issues.map(issue => (
                <Box key={`${issue.field}${issue.code}`} as="p" className="state">{`! ${issue.message}`}</Box>
              ))}
            </Section>
          )}
          <Pictures page={page} onChanged={onChanged} />
          <Unprintable letters={unprintable} />
          <Section title="公开后是这个样子">
            <PresentedBlocks blocks={presented.blocks} staffOf={page.notice.orgCode} />
          </Section>
        </Box>
        <Box className="cols__verbs">
          <Actions page={page} onChanged={onChanged} />
          <Standing page={page} />
          {work.abilities.includes('correct') && (
            <Section title="还在哪里公开">
              <Link label="登记公开栏照片、广播、会议（自愿）" url={routes.proofs(page.notice.id)} />
            </Section>
          )}
          {signOff && (
            <Section title="谁审核">
              <Stamp signOff={signOff} />
            </Section>
          )}
          <Section title="经过">
            {history.map(row => (
              <Box key={`${row.at}${row.to}${row.label}`} as="p">
                {`${fullDate(row.at)} ${row.by}：${row.label}${row.reason ? `（${row.reason}）` : ''}`}
              </Box>
            ))}
          </Section>
        </Box>
      </Box>
    </>
  )
}
