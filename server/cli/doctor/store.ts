import { MIGRATIONS } from '@server/migrations'
import { chinaDate } from '@shared/common/period'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { checkChain } from '@server/platform/audit/checkChain'
import { operationOf, type Operation } from '@server/platform/jobs/storeGauges'
import { migrationPlan, SCHEMA_VERSION } from '@server/platform/migrations'
import type { Store } from '../withStore'
import { type Finding, finding } from './finding'

const HOUR_S = 3600
const LATE_S = 600
const OLD_BACKUP_H = 26
const FEW_HOLIDAY_DAYS = 45
const CLOCK_OFF_MS = 5_000

const checkLayout = ({ db }: Store): Promise<Finding> =>
  finding('store', async () => {
    const { layout, steps } = await migrationPlan(db, MIGRATIONS)
    const info = await db.connection.db?.admin().command({ buildInfo: 1 })
    const engine = `数据库 ${String(info?.['version'] ?? '版本不明')}`
    if (layout > SCHEMA_VERSION) {
      return { health: 'broken', words: `${engine}，库比程序新`, mend: '换用更新的程序' }
    }
    if (steps.length === 0) return { health: 'ok', words: `${engine}，版式 ${layout} 是最新的` }
    return { health: 'soon', words: `${engine}，库还是旧版式 ${layout}`, mend: '先备份，再运行 cli migrate' }
  })

const checkClock = ({ db, config }: Store): Promise<Finding> =>
  finding('clock', async () => {
    const before = Date.now()
    const hello = await db.connection.db?.admin().command({ hello: 1 })
    const middle = (before + Date.now()) / 2
    const told = hello?.['localTime'] as Date | undefined
    const off = told ? Math.abs(told.getTime() - middle) : 0
    if (config.clock && config.nodeEnv === 'production') {
      return { health: 'broken', words: '时钟被 CLOCK 固定住了', mend: '生产环境不要写 CLOCK' }
    }
    if (off <= CLOCK_OFF_MS) return { health: 'ok', words: '本机和数据库的时钟一致' }
    const words = `本机和数据库的时钟差 ${Math.round(off / 1000)} 秒`
    return { health: 'broken', words, mend: '两边都开自动对时；时钟错了，到期日和存证时间都会错' }
  })

const checkJobs = ({ failedJobs, jobsLate }: Operation): Omit<Finding, 'part'> => {
  if (jobsLate > LATE_S) {
    const words = `后台任务拖了 ${Math.round(jobsLate / 60)} 分钟没有人办`
    return { health: 'broken', words, mend: '看服务开着没有，JOBS_EVERY 是不是 0' }
  }
  if (failedJobs === 0) return { health: 'ok', words: '后台任务都按时办了' }
  return { health: 'soon', words: `有 ${failedJobs} 件后台任务没有办成`, mend: '用 cli jobs list 看原因' }
}

const checkBackup = ({ backupAge }: Operation, isProduction: boolean): Omit<Finding, 'part'> => {
  const mend = '每天运行一次 cli backup，见部署说明'
  if (backupAge === null) {
    return { health: isProduction ? 'broken' : 'soon', words: '还没有备份过', mend }
  }
  const hours = backupAge / HOUR_S
  const words = `最近一次备份在 ${Math.round(hours)} 小时前`
  return hours <= OLD_BACKUP_H ? { health: 'ok', words } : { health: 'broken', words, mend }
}

const checkHolidays = ({ holidayDaysLeft }: Operation): Omit<Finding, 'part'> => {
  const words = `放假安排还管 ${Math.max(0, Math.floor(holidayDaysLeft))} 天`
  if (holidayDaysLeft > FEW_HOLIDAY_DAYS) return { health: 'ok', words }
  const mend = '国务院的通知出来后，在“放假安排”里导入；没有导入前，到期日按周末推算并注明'
  return { health: 'soon', words, mend }
}

const checkMessages = ({ bannedMessages }: Operation): Omit<Finding, 'part'> => {
  if (bannedMessages === 0) return { health: 'ok', words: '微信没有封禁订阅消息' }
  const mend = '到微信公众平台看封禁的通知，改好后等下一条发成；站内消息照常'
  return { health: 'broken', words: `有 ${bannedMessages} 种订阅消息被微信封禁，暂停发送`, mend }
}

const LATE_CHAIN_H = 48

/** Hashes the audit log again: a line deleted, changed or slipped in since it was chained is found. */
const checkAudit = ({ db, clock }: Store): Promise<Finding> =>
  finding('audit', async () => {
    const { blocks, entries, chainedAt, fault } = await checkChain(db)
    if (fault) {
      const words = `操作日志第 ${fault.number + 1} 段（到 ${chinaDate(fault.until)}）和当时记下的不一样，有人改过或删过`
      return {
        health: 'broken',
        words,
        mend: '先不要动数据库，留好备份，报告审计管理员；用 cli ledger verify 对照导出',
      }
    }
    const oldest = await db.of(AuditEntries).findOne({}).sort({ at: 1 }).lean<{ at: Date }>().exec()
    if (!oldest) return { health: 'ok', words: '操作日志还没有内容' }
    const since = chainedAt ?? oldest.at
    const words = `操作日志 ${blocks} 段 ${entries} 条，一条没有改过`
    const ageH = (clock.now().getTime() - since.getTime()) / HOUR_S / 1000
    if (ageH <= LATE_CHAIN_H) return { health: 'ok', words }
    return {
      health: 'soon',
      words: `${words}；${chinaDate(since)}以后的还没有串起来`,
      mend: '看服务开着没有：它每天串一次',
    }
  })

/** Looks at the store and at what the server does by it: layout, clock, jobs, backups, the audit log, holiday tables, WeChat's bans. */
export async function checkStore(store: Store): Promise<Finding[]> {
  const layout = await checkLayout(store)
  const clock = await checkClock(store)
  const operation = await operationOf(store.db, store.clock.now())
  const audit = await checkAudit(store)
  return [
    layout,
    clock,
    audit,
    { part: 'jobs', ...checkJobs(operation) },
    { part: 'backup', ...checkBackup(operation, store.config.nodeEnv === 'production') },
    { part: 'holidays', ...checkHolidays(operation) },
    { part: 'messages', ...checkMessages(operation) },
  ]
}
