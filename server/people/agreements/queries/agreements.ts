import type { OwnDataPart } from '@shared/contract/people/ownData'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { AgreementKind } from '@shared/contract/people/agreement'
import { conflict, forbidden } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { Agreements, type AgreementRow } from '../models/agreements'

/** Checks whether the person agreed to the version in force. */
export const hasAgreed = async (db: Db, userId: string, kind: AgreementKind): Promise<boolean> =>
  (await db.of(Agreements).exists({ userId, kind, version: IN_FORCE[kind] })) !== null

/** Lists what the person agreed to, in order of time. */
async function agreementsOf(db: Db, userId: string): Promise<AgreementRow[]> {
  const rows = await db.of(Agreements).find({ userId }).lean<AgreementRow[]>().exec()
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** @throws AppError 409 `agreement-outdated` for a version that is not in force */
export function requireInForce(kind: AgreementKind, version: string): void {
  if (version !== IN_FORCE[kind]) throw conflict('agreement-outdated')
}

const MISSING = { use: 'agreement-required', identity: 'identity-agreement-required' } as const

/**
 * Refuses personal input of a person who has not agreed to the version in force; `given`: the version that comes with
 * the input.
 * @throws AppError 403 `agreement-required`, `identity-agreement-required`; 409 `agreement-outdated`
 */
export async function requireAgreement(
  db: Db,
  userId: string,
  kind: AgreementKind,
  given?: string,
): Promise<void> {
  if (given !== undefined) return requireInForce(kind, given)
  if (!(await hasAgreed(db, userId, kind))) throw forbidden(MISSING[kind])
}

const KINDS = { use: '隐私政策和用户协议', identity: '身份信息单独同意书' }

/** Returns what the person agreed to. */
export async function ownAgreementData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const rows = await agreementsOf(db, userId)
  const records = rows.map(({ kind, version, at }) => ({
    同意了什么: KINDS[kind],
    版本: version,
    时间: at.toISOString(),
  }))
  return [{ title: '同意记录', records }]
}
