import { operatorActs } from '@server/platform/access/caller'
import { basename } from 'node:path'
import { OrgCode } from '@shared/contract/common'
import { FIRST_ROLES, type FirstRole, appointFirst } from '@server/people/accounts/commands/appointFirst'
import { type OrgsImported, importOrgs } from '@server/people/orgs/commands/importOrgs'
import { DocumentError } from '@server/documents/documentError'
import { IMPORT_LIMITS } from '@server/documents/limits'
import { readOrgs } from '../../documents/orgs/readOrgs'
import { readGrids } from '@server/documents/readGrids'
import { inTransaction } from '@server/platform/store/transaction'
import { type CommandModule, InputError, readArguments, UsageError } from '../command'
import { readInput } from '../io'
import { type Store, withStore } from '../withStore'
import { requireOrg } from '@server/people/orgs/queries/orgs'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { Users } from '@server/people/accounts/models/users'

async function orgsIn(file: string) {
  const bytes = await readInput(file, IMPORT_LIMITS.fileBytes)
  const grids = await readGrids(basename(file), bytes, '机构表').catch((error: unknown) => {
    throw error instanceof DocumentError ? new InputError(error.code, error.message, error.details) : error
  })
  const { orgs, issues } = readOrgs(grids)
  if (issues.length > 0) {
    throw new InputError('orgs-unsound', `机构表有 ${issues.length} 处要改，什么也没有导入：${issues[0]!.message}`, issues) // prettier-ignore
  }
  return orgs
}

/** Runs `orgs import FILE` → `{ added, changed, unchanged }`: imports the organisations of an xlsx or csv table. */
export const importing: CommandModule = {
  run: async (args): Promise<OrgsImported> => {
    const [file, ...others] = readArguments(args, {}).positionals
    if (!file || others.length > 0) throw new UsageError('请给出一个机构表文件')
    const orgs = await orgsIn(file)
    return withStore(store =>
      inTransaction(store, tx => importOrgs(tx, operatorActs('org.import', 'cli'), orgs)),
    )
  },
}

/** Returns the accounts without a role, the newest first: candidates that have just logged in. */
async function newcomers({ db }: Store) {
  const held = await db.of(RoleGrants).distinct('userId')
  const users = await db.of(Users).find({}).sort({ createdAt: -1 }).limit(50).lean().exec()
  const waiting = users.filter(({ _id }) => !held.includes(_id))
  return {
    accounts: waiting.map(({ _id: id, name, createdAt }) => ({ id, name, since: createdAt.toISOString() })),
  }
}

const isFirstRole = (role: string | undefined): role is FirstRole => FIRST_ROLES.some(first => first === role)

/**
 * Runs `admins first [USER --role ROLE --org CODE]`: appoints the first of the three administrators; without USER it
 * lists the candidates.
 */
export const appointing: CommandModule = {
  run: async args => {
    const { values, positionals } = readArguments(args, { role: { type: 'string' }, org: { type: 'string' } })
    const [user, ...others] = positionals
    if (!user) return withStore(newcomers)
    const { role, org: code } = values
    if (others.length > 0 || !isFirstRole(role) || !OrgCode.safeParse(code).success) {
      throw new UsageError(`--role 应为 ${FIRST_ROLES.join('、')} 之一，--org 应为机构代码`)
    }
    return withStore(async store => {
      const org = await requireOrg(store.db, code!, 'org')
      const id = await inTransaction(store, tx =>
        appointFirst(tx, operatorActs('grant.give', 'cli'), user, role, org),
      )
      return { grant: id, user, role, org: org._id }
    })
  },
}
