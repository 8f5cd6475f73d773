import { trusted } from 'mongoose'
import { refreshObligations } from '../../../server/disclosure/obligations/commands/refreshObligations'
import { inTransaction } from '../../../server/platform/store/transaction'
import type { TestServer } from '../api/testServer'
import { ITEMS } from '../api/world'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Obligations, type ObligationRow } from '@server/disclosure/obligations/models/obligations'

/** Brings an organisation's obligations to the server's day, as the daily work does. */
export async function openObligations({ services: { db, clock } }: TestServer, code = 'V1'): Promise<void> {
  const org = await db.of(Orgs).findById(code).lean<OrgRow>().exec()
  await inTransaction({ db, clock }, tx => refreshObligations(tx, org!, tx.now))
}

/** Gives items of the test's world time limits of their own; each caller restores null in the end. */
export async function setDeadlines(
  { db }: TestServer,
  deadlines: Partial<Record<keyof typeof ITEMS, string | null>>,
): Promise<void> {
  for (const [name, deadline] of Object.entries(deadlines)) {
    const { _id } = ITEMS[name as keyof typeof ITEMS]
    await db.of(CatalogueItems).collection.updateOne({ _id: _id as never }, { $set: { deadline } })
  }
}

/** An organisation's obligations as they are stored, by due date. */
export async function obligationsOf({ db }: TestServer, code = 'V1'): Promise<ObligationRow[]> {
  const dated = { orgCode: code, month: trusted({ $gte: '2000' }) }
  const rows = await db.of(Obligations).find(dated).lean<ObligationRow[]>().exec()
  const keyOf = ({ sortDate, _id }: ObligationRow) => `${sortDate}/${_id}`
  return rows.sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

/** `财务收支 period:2026Q3 open 2026-12-31`, sorted. */
export const obligationLines = async (server: TestServer, code = 'V1'): Promise<string[]> =>
  (await obligationsOf(server, code))
    .map(({ name, causeKey, status, dueOn }) =>
      [name.split(' › ').at(-1), causeKey.replace(/^notice:.*/, 'notice'), status, dueOn ?? '-'].join(' '),
    )
    .sort()
