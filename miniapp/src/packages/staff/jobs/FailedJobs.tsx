import { useState } from 'react'
import { chinaTime } from '@shared/common/period'
import type { FailedJob, FailedJobList } from '@shared/contract/people/operation'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { EmptyState } from '../../../components/page/EmptyState'
import { Problems } from '../../../components/page/Problems'
import { Section } from '../../../components/page/Section'
import { Box, Txt } from '../../../elements/dom'
import { fullDate } from '../../../format/date'
import { useAction } from '../../../hooks/useAction'

interface Props {
  list: FailedJobList
  /** Reads the list again. */
  onRetried: () => void
}

/** Lists the jobs that failed for good, each with a press that makes it wait again. */
export function FailedJobs({ list: { count, items }, onRetried }: Props) {
  const [retried, setRetried] = useState<readonly string[]>([])
  const note = (name: string) => {
    setRetried(before => [...before, name])
    onRetried()
  }
  return (
    <>
      <Box live="polite">
        {retried.length > 0 && (
          <Txt className="state state--ok">{`✓ 已重新排队，一分钟内再试：${retried.join('、')}`}</Txt>
        )}
      </Box>
      {count === 0 ? (
        <EmptyState title={retried.length > 0 ? '没有别的了' : '都办成了'} text="没有失败的后台任务。" />
      ) : (
        <Section title={`没有办成的 ${count} 件`}>
          <Box as="p" className="small">
            请先弄清原因，多半是当时数据库或者微信连不上。原因没有了，再按“重试”。
          </Box>
          {items.map(job => (
            <JobRow key={job.id} job={job} onRetried={note} />
          ))}
        </Section>
      )}
    </>
  )
}

function JobRow({ job, onRetried }: { job: FailedJob; onRetried: (name: string) => void }) {
  const { id, name, key, dueAt, attempts, reason } = job
  const write = useAction()
  const retry = async () => {
    const isDone = await write.run(async options =>
      api('POST /failed-jobs/:id/retry', { params: { id } }, options),
    )
    if (isDone) onRetried(name)
  }
  return (
    <Box className="row">
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        <Txt className="row__meta">{`该办的时间：${fullDate(dueAt)} ${chinaTime(dueAt)}，试了 ${attempts} 次`}</Txt>
        <Txt className="row__meta">{`最后一次：${reason}`}</Txt>
        <Txt className="row__meta">{`编号：${id}（${key}）`}</Txt>
      </Txt>
      <Txt className="state">! 没有办成</Txt>
      <Box className="row__text">
        <Problems problems={write.problems} />
        <Button look="plain" label={`重试“${name}”`} disabled={write.busy} onPress={() => void retry()} />
      </Box>
    </Box>
  )
}
