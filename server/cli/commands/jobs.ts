import { operatorActs } from '@server/platform/access/caller'
import { type FailedJob, failedJobs, retryJob } from '@server/platform/jobs/failedJobs'
import { inTransaction } from '@server/platform/store/transaction'
import { chinaDate, chinaTime } from '@shared/common/period'
import { type CommandModule, readArguments, UsageError } from '../command'
import { printLine } from '../io'
import { withStore } from '../withStore'

const OPTIONS = { json: { type: 'boolean' } } as const

const lineOf = ({ id, name, key, dueAt, attempts, reason }: FailedJob): string =>
  `${id}  ${name}，应在 ${chinaDate(dueAt)} ${chinaTime(dueAt)} 办，试了 ${attempts} 次，最后一次：${reason}（${key}）`

/** Runs `jobs list [--json]`: the jobs that failed for good, a line each, or `{ count, jobs }`. */
export const listing: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, OPTIONS)
    if (positionals.length > 0) throw new UsageError(`参数不对：${positionals.join(' ')}`)
    const found = await withStore(({ db }) => failedJobs(db), { prepare: 'nothing' })
    if (values.json) return found
    const { jobs, count } = found
    if (count === 0) return printLine('没有失败的后台任务。')
    await printLine(`失败的后台任务 ${count} 件${count > jobs.length ? `，先列 ${jobs.length} 件` : ''}：`)
    for (const job of jobs) await printLine(lineOf(job))
    return printLine('弄清原因以后再试：cli jobs retry ID，可以写几个 ID')
  },
}

/** Runs `jobs retry ID… [--json]`: makes failed jobs wait again, all or none; prints a line each, or `{ jobs }`. */
export const retrying: CommandModule = {
  run: async args => {
    const { values, positionals: ids } = readArguments(args, OPTIONS)
    if (ids.length === 0) throw new UsageError('请给出任务的 ID，见 cli jobs list')
    const by = operatorActs('job.retry', 'cli')
    const jobs = await withStore(
      store =>
        inTransaction(store, async tx => {
          const again: FailedJob[] = []
          for (const id of new Set(ids)) again.push(await retryJob(tx, by, id))
          return again
        }),
      { prepare: 'nothing' },
    )
    if (values.json) return { jobs: jobs.map(({ id, kind, key }) => ({ id, kind, key })) }
    for (const { id, name } of jobs) await printLine(`${id}  ${name}：已重新排队，服务会在一分钟内再试。`)
    return undefined
  },
}
