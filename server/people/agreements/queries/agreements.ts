import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import type { AgreementKind } from '@shared/contract/people/agreement'
import { conflict, forbidden } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { Agreements, type AgreementRow } from '../models/agreements'

/** Tells whether the person agreed to the version in force. */
export const hasAgreed = async (db: Db, userId: string, kind: AgreementKind): Promise<boolean> =>
  (await db.of(Agreements).exists({ userId, kind, version: IN_FORCE[kind] })) !== null

/** Lists what the person agreed to, in order of time. */
export const agreementsOf = (db: Db, userId: string): Promise<AgreementRow[]> =>
  db.of(Agreements).find({ userId }).sort({ at: 1, _id: 1 }).lean<AgreementRow[]>().exec()

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
