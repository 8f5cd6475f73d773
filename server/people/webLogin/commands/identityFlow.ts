import type { AnswerIdentity, IdentityVisit } from '@shared/contract/people/webLogin'
import { notFound } from '@server/platform/errors'
import type { Identity, IdentityProvider } from '@server/platform/identity'
import type { Services } from '@server/platform/services'
import { inTransaction, singleWrites } from '@server/platform/store/transaction'
import { newRefreshToken as newSecret } from '@server/platform/access/tokens'
import { IdentityFlows, type IdentityFlowRow } from '../models/identityFlows'
import { secretHashOf } from '../queries/tickets'

const LIFE_MS = 10 * 60_000

/** @throws AppError 404 `identity-off` where no provider is configured */
function requireProvider({ identity }: Pick<Services, 'identity'>): IdentityProvider {
  if (!identity) throw notFound('identity-off')
  return identity
}

/**
 * Sends a browser to the unified identity. `userId`: who links the own account; null: a login.
 * @throws AppError 404 `identity-off`, 503 `identity-unavailable`
 */
export async function beginVisit(services: Services, userId: string | null): Promise<IdentityVisit> {
  const { url, state, nonce, verifier } = await requireProvider(services).begin()
  const secret = newSecret()
  const expiresAt = new Date(services.clock.now().getTime() + LIFE_MS)
  await singleWrites(services.db)
    .of(IdentityFlows)
    .create([
      {
        _id: secretHashOf(state),
        secretHash: secretHashOf(secret),
        state,
        nonce,
        verifier,
        userId,
        expiresAt,
      },
    ])
  return { url, state, secret }
}

/**
 * Takes the browser's return: only the browser that was sent, once, in time, and for the same purpose.
 * @throws AppError 401 `identity-refused`, 404 `identity-off`, `identity-flow-unknown`, 503 `identity-unavailable`
 */
export async function endVisit(
  services: Services,
  userId: string | null,
  { secret, ...answer }: AnswerIdentity,
): Promise<Identity> {
  const provider = requireProvider(services)
  const flow = await inTransaction(services, async tx => {
    const of = { _id: secretHashOf(answer.state), secretHash: secretHashOf(secret), userId }
    const row = await tx.of(IdentityFlows).findOne(of).lean<IdentityFlowRow>().exec()
    if (!row || row.expiresAt <= tx.now) return null
    const { deletedCount } = await tx.of(IdentityFlows).deleteOne({ _id: row._id })
    return deletedCount === 1 ? row : null
  })
  if (!flow) throw notFound('identity-flow-unknown')
  return provider.finish(answer, flow)
}
