import { chinaTime } from '@shared/common/period'
import type { FailedJobList, FeedbackList } from '@shared/contract/people/operation'
import { api } from '../../../../api/client'
import { LoginGate } from '../../../../components/staff/LoginGate'
import { EmptyState } from '../../../../components/page/EmptyState'
import { Frame } from '../../../../components/page/Frame'
import { Loaded } from '../../../../components/page/Loaded'
import { Section } from '../../../../components/page/Section'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { fullDate } from '../../../../format/date'
import { useReshown } from '../../../../hooks/useReshown'
import { IN_WORK, useResource } from '../../../../hooks/useResource'
import { FailedJobs } from '../../jobs/FailedJobs'

/** Lists the background jobs 后台任务 that failed for good, for the system administrator. */
export default function FailedJobsPage() {
  const page = useResource<FailedJobList>('failed-jobs', () => api('GET /failed-jobs'), IN_WORK)
  useReshown(page.reload)
  return (
    <Frame title="后台任务" narrow>
      <Box as="header" className="board">
        <Heading level={1} className="board__name">
          后台任务
        </Heading>
        <Box as="p" className="lead">
          到时间自动办的事，比如定时公开、发通知。试了多次没有办成的，列在这里。
        </Box>
      </Box>
      <LoginGate error={page.error}>
        <Loaded resource={page}>{list => <FailedJobs list={list} onRetried={page.reload} />}</Loaded>
        {page.data && <Feedbacks />}
      </LoginGate>
    </Frame>
  )
}

/** What readers said about the app 意见反馈, with their own way to be reached. */
function Feedbacks() {
  const list = useResource<FeedbackList>('feedback', () => api('GET /feedback'), IN_WORK)
  return (
    <Section title="意见反馈">
      <Loaded resource={list}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <EmptyState title="还没有" text="读的人在每页最下面按“意见反馈”写的话，列在这里。" />
            )}
            {items.map(one => (
              <Box key={one.number + one.at} className="row">
                <Txt className="row__main">
                  <Txt className="row__title">{one.text}</Txt>
                  <Txt className="row__meta">{`编号 ${one.number}，${fullDate(one.at)} ${chinaTime(one.at)}`}</Txt>
                  {one.contact !== '' && <Txt className="row__meta">{`联系：${one.contact}`}</Txt>}
                  {one.page !== '' && <Txt className="row__meta">{`在这一页：${one.page}`}</Txt>}
                </Txt>
              </Box>
            ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}
