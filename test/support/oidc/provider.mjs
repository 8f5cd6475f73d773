import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/**
 * A real OpenID provider on loopback. A browser with the header `X-Account` is logged in as that account and consents.
 * Prints its address. Arguments: client id, client secret, redirect URI.
 */
const [clientId, clientSecret, redirectUri] = process.argv.slice(2)
const server = createServer()
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${server.address().port}`

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  cookies: { keys: ['only-for-tests'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
  // Two accounts share a name: only the subject differs.
  findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, name: '王建国' }) }),
})
const answer = provider.callback()

async function consent(request, response) {
  const { params } = await provider.interactionDetails(request, response)
  const accountId = request.headers['x-account']
  const grant = new provider.Grant({ accountId, clientId: params.client_id })
  grant.addOIDCScope(params.scope)
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } })
}

server.on('request', (request, response) => {
  if (request.url.startsWith('/interaction/')) void consent(request, response)
  else void answer(request, response)
})
console.log(issuer)
