import type { LoginTicket, OwnLogins } from '../../../shared/contract/people/webLogin'
import type { TestServer } from '../api/testServer'
import { tokenOf } from '../api/world'
import type { Request, Sample } from './samples'

const post = (path: string, body: unknown, token?: string): Request => ({
  method: 'POST',
  path,
  asking: { body, ...(token && { token }) },
})

const send = async <Body>(server: TestServer, { method, path, asking }: Request) =>
  (await server.ask<Body>(method, path, asking)).body

const phone = (server: TestServer) => tokenOf(server, 'editor')
const shown = (server: TestServer) => send<LoginTicket>(server, post('/auth/tickets', {}))

async function opened(server: TestServer): Promise<LoginTicket> {
  const ticket = await shown(server)
  await send(server, post(`/me/tickets/${ticket.id}/open`, {}, phone(server)))
  return ticket
}

async function confirmed(server: TestServer): Promise<LoginTicket> {
  const ticket = await opened(server)
  await send(server, post(`/me/tickets/${ticket.id}/confirm`, { remember: false }, phone(server)))
  return ticket
}

const sample = (route: string, situation: string, prepare: Sample['prepare']): Sample => ({
  route,
  situation,
  write: false,
  prepare,
})

/** Login on the web by a phone, and the person's own logins. */
export const LOGIN_SAMPLES: readonly Sample[] = [
  sample('POST /auth/tickets', 'a browser', async () => () => post('/auth/tickets', {})),
  sample('POST /auth/tickets/collect', 'confirmed', async server => {
    const { id, secret } = await confirmed(server)
    return () => post('/auth/tickets/collect', { id, secret })
  }),
  sample('POST /me/tickets/find', 'a waiting one', async server => {
    const { digits } = await shown(server)
    return () => post('/me/tickets/find', { digits }, phone(server))
  }),
  sample('POST /me/tickets/:id/open', 'a waiting one', async server => {
    const { id } = await shown(server)
    return () => post(`/me/tickets/${id}/open`, {}, phone(server))
  }),
  sample('POST /me/tickets/:id/confirm', 'an opened one', async server => {
    const { id } = await opened(server)
    return () => post(`/me/tickets/${id}/confirm`, { remember: false }, phone(server))
  }),
  sample('POST /me/tickets/:id/refuse', 'an opened one', async server => {
    const { id } = await opened(server)
    return () => post(`/me/tickets/${id}/refuse`, {}, phone(server))
  }),
  sample('POST /me/logins/:id/end', 'the only one', async server => {
    const asking = { token: phone(server) }
    const { items } = (await server.ask<OwnLogins>('GET', '/me/logins', asking)).body
    return () => post(`/me/logins/${items[0]!.id}/end`, {}, phone(server))
  }),
  sample(
    'POST /me/logins/end-others',
    'none',
    async server => () => post('/me/logins/end-others', {}, phone(server)),
  ),
]

const visited = { code: 'code', state: 'x'.repeat(43), secret: 'y'.repeat(43) }

const visit = (path: string, body: object, token?: (server: TestServer) => string): Sample =>
  sample(`POST ${path}`, 'no provider configured', async server => () => post(path, body, token?.(server)))

/** The unified identity: sound requests, of which the server without a provider makes nothing. */
export const UNIFIED_SAMPLES: readonly Sample[] = [
  visit('/auth/unified', {}),
  visit('/auth/unified/finish', visited),
  visit('/me/unified', {}, phone),
  visit('/me/unified/finish', visited, phone),
  visit('/me/unified/unlink', {}, phone),
]
