import { basename } from 'node:path'
import { operatorActs } from '@server/platform/access/caller'
import { inTransaction } from '@server/platform/store/transaction'
import { chinaDate } from '@shared/common/period'
import { EditAccount, GrantRole } from '@shared/contract/people/grant'
import { editAccount } from '@server/people/accounts/commands/editAccount'
import { grantRole } from '@server/people/accounts/commands/grantRole'
import { requireUser } from '@server/people/accounts/queries/grants'
import { importRoster, prepareRoster } from '@server/people/residents/commands/importRoster'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { IMPORT_LIMITS } from '@server/documents/limits'
import { type CommandModule, readArguments, UsageError } from '../command'
import { readInput } from '../io'
import { withStore } from '../withStore'

const text = { type: 'string' } as const

/** Runs `roles give USER --role ROLE --org CODE --name NAME [--title TEXT] [--to DATE]` → `{ grant, user, role, org }`: names a person and gives a role. */
export const givingRole: CommandModule = {
  run: args => {
    const { values, positionals } = readArguments(args, {
      role: text,
      org: text,
      name: text,
      title: text,
      to: text,
    })
    const [userId, ...others] = positionals
    if (!userId || others.length > 0) throw new UsageError('请写一个账号，账号用 admins first 列出')
    const account = EditAccount.safeParse({ name: values.name, jobTitle: values.title ?? '' })
    if (!account.success) throw new UsageError('请用 --name 写明姓名，最多 30 个字')
    return withStore(async store => {
      const from = chinaDate(store.clock.now())
      const wanted = GrantRole.safeParse({ userId, role: values.role, from, to: values.to ?? null })
      if (!wanted.success) throw new UsageError('账号、--role 或 --to 不对')
      const org = await requireOrg(store.db, values.org ?? '', 'org')
      const grant = await inTransaction(store, async tx => {
        const user = await requireUser(tx, userId, 'user')
        await editAccount(tx, operatorActs('account.edit', 'cli'), user, org._id, account.data)
        return grantRole(tx, operatorActs('grant.give', 'cli'), org, wanted.data)
      })
      return { grant, user: userId, role: wanted.data.role, org: org._id }
    })
  },
}

/** Runs `roster import FILE --org CODE` → RosterReport: stores the roster that a village has handed in. */
export const importingRoster: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, { org: text })
    const [file, ...others] = positionals
    if (!file || others.length > 0 || !values.org) {
      throw new UsageError('请给出一个名册文件，用 --org 写明村（社区）的代码')
    }
    const read = await prepareRoster({
      name: basename(file),
      bytes: await readInput(file, IMPORT_LIMITS.fileBytes),
    })
    return withStore(async store => {
      const org = await requireOrg(store.db, values.org ?? '', 'org')
      const by = operatorActs('roster.import', 'cli')
      return inTransaction(store, tx => importRoster(tx, by, store.config.identityKey, org, read))
    })
  },
}
