import { operatorActs } from '@server/platform/access/caller'
import { inTransaction } from '@server/platform/store/transaction'
import { CalendarDate, OrgCode } from '@shared/contract/common'
import { chinaDate } from '@shared/common/period'
import {
  type Approval,
  correctName,
  mergeOrg,
  moveOrg,
  renameOrg,
} from '@server/people/orgs/commands/changeOrg'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { type CommandModule, readArguments, UsageError } from '../command'
import { type Store, withStore } from '../withStore'

const SHORTEST_APPROVAL = 4
const text = { type: 'string' } as const

interface Wanted {
  code: string
  /** New name, or code of the successor or of the new street. */
  to: string
  approval: string
  /** ISO date; undefined: today. */
  day: string | undefined
}

/** Reads `CODE --<to> TEXT --approval TEXT [--day YYYY-MM-DD]`. */
function wantedOf(args: string[], to: 'name' | 'into' | 'to'): Wanted {
  const { values, positionals } = readArguments(args, { [to]: text, approval: text, day: text })
  const [code, ...others] = positionals
  const value = values[to]
  if (!code || others.length > 0 || !OrgCode.safeParse(code).success) throw new UsageError('请写一个机构代码')
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`请写 --${to}`)
  const { approval, day } = values
  if (typeof approval !== 'string' || approval.trim().length < SHORTEST_APPROVAL) {
    throw new UsageError('请用 --approval 写明批准文号')
  }
  if (day !== undefined && !CalendarDate.safeParse(day).success) {
    throw new UsageError('--day 应为日期，如 2027-01-01')
  }
  return { code, to: value.trim(), approval: approval.trim(), day: typeof day === 'string' ? day : undefined }
}

const approvalOf = ({ clock }: Store, { approval, day }: Wanted): Approval => ({
  approval,
  day: day ?? chinaDate(clock.now()),
})

/** Runs `orgs rename CODE --name NAME --approval TEXT [--day DATE]` → `{ org, name, day }` 更名; `--typo`: corrects a name written wrong. */
export const renaming: CommandModule = {
  run: args => {
    const isTypo = args.includes('--typo')
    const wanted = wantedOf(
      isTypo ? [...args.filter(arg => arg !== '--typo'), '--approval', '更正笔误'] : args,
      'name',
    )
    return withStore(async store => {
      const approval = approvalOf(store, wanted)
      await inTransaction(store, async tx => {
        const org = await requireOrg(tx, wanted.code, 'code')
        const by = operatorActs('org.rename', 'cli')
        if (isTypo) await correctName(tx, by, org, wanted.to)
        else await renameOrg(tx, by, org, { name: wanted.to, ...approval })
      })
      return { org: wanted.code, name: wanted.to, day: approval.day }
    })
  },
}

/** Runs `orgs merge CODE --into CODE --approval TEXT [--day DATE]` → `{ org, into, day }` 撤并. */
export const merging: CommandModule = {
  run: args => {
    const wanted = wantedOf(args, 'into')
    return withStore(async store => {
      const approval = approvalOf(store, wanted)
      await inTransaction(store, async tx => {
        const org = await requireOrg(tx, wanted.code, 'code')
        const into = await requireOrg(tx, wanted.to, 'into')
        await mergeOrg(tx, operatorActs('org.merge', 'cli'), { org, into }, approval)
      })
      return { org: wanted.code, into: wanted.to, day: approval.day }
    })
  },
}

/** Runs `orgs move CODE --to STREET --approval TEXT [--day DATE]` → `{ org, to, day }` 划转. */
export const moving: CommandModule = {
  run: args => {
    const wanted = wantedOf(args, 'to')
    return withStore(async store => {
      const approval = approvalOf(store, wanted)
      await inTransaction(store, async tx => {
        const org = await requireOrg(tx, wanted.code, 'code')
        const street = await requireOrg(tx, wanted.to, 'to')
        await moveOrg(tx, operatorActs('org.move', 'cli'), { org, street }, approval)
      })
      return { org: wanted.code, to: wanted.to, day: approval.day }
    })
  },
}
