import type { RemovalPage } from '@shared/contract/disclosure/removal'
import type { TestServer } from '../api/testServer'
import { type Person, tokenOf } from '../api/world'

/** Erases the first edition of a notice of V1 依法删除: the head proposes, supervisors and street agree. */
export async function eraseByLaw(server: TestServer, noticeId: string): Promise<RemovalPage['removal']> {
  const done = async (person: Person, path: string, body: object) => {
    const answer = await server.ask<RemovalPage>('POST', path, { token: tokenOf(server, person), body })
    if (answer.status >= 400) throw new Error(`${person} ${path}: ${answer.status} ${answer.text}`)
    return answer.body.removal
  }
  const basis = { edition: 1, basis: 'pipl-47-3', note: '本人撤回了同意' }
  const proposed = await done('head', `/notices/${noticeId}/erasures`, basis)
  const path = `/removals/${proposed.id}/agree`
  const { version } = await done('supervisor', path, { version: proposed.version })
  return done('clerk', path, { version })
}
