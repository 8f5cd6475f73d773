import { type Client, Issuer, custom, errors, generators } from 'openid-client'
import type { Config } from '@server/platform/config'
import { type AppError, unauthorized, unavailable } from '@server/platform/errors'

/** What the server remembers between sending a browser away and its return. */
interface IdentityFlow {
  state: string
  nonce: string
  /** PKCE verifier. */
  verifier: string
}

/** Parameters with which the provider sends the browser back. */
interface IdentityAnswer {
  code: string
  state: string
  /** Issuer, by RFC 9207. */
  iss?: string
}

/** A person as the provider names them: never by name, which several people share. */
export interface Identity {
  issuer: string
  subject: string
}

/** Unified identity 统一身份认证 of a government, by OpenID Connect. */
export interface IdentityProvider {
  /** Name of the service, shown on the button. */
  name: string
  /** Begins a flow and returns the address to send the browser to. @throws AppError 503 `identity-unavailable` */
  begin(): Promise<IdentityFlow & { url: string }>
  /**
   * Exchanges the answer for the identity: authorization code with PKCE; state, nonce, issuer, audience and signature are checked.
   * @throws AppError 401 `identity-refused`, 503 `identity-unavailable`
   */
  finish(answer: IdentityAnswer, flow: IdentityFlow): Promise<Identity>
}

const TIMEOUT_MS = 8_000
custom.setHttpOptionsDefaults({ timeout: TIMEOUT_MS })

/** Path to which the provider sends browsers back; the H5 app goes on from there. */
export const CALLBACK_PATH = '/oidc/callback'

const isRefusal = (error: unknown): boolean =>
  (error instanceof errors.OPError || error instanceof errors.RPError) && !isOutage(error)

/** A provider that answers 5xx or nothing readable is away; it has refused nobody. */
const isOutage = (error: { response?: { statusCode?: number } }): boolean =>
  (error.response?.statusCode ?? 0) >= 500

const failureOf = (error: unknown): AppError =>
  isRefusal(error) ? unauthorized('identity-refused') : unavailable('identity-unavailable')

/** Creates the client of the configured provider; null without one. Discovery happens at the first login. */
export function createIdentityProvider({
  oidc,
  publicBaseUrl,
}: Pick<Config, 'oidc' | 'publicBaseUrl'>): IdentityProvider | null {
  if (!oidc) return null
  const redirectUri = `${publicBaseUrl}${CALLBACK_PATH}`
  let client: Promise<Client> | null = null

  /** Discovers the provider once; a failure is not remembered. */
  function discovered(): Promise<Client> {
    client ??= Issuer.discover(oidc!.issuer).then(
      issuer =>
        new issuer.Client({
          client_id: oidc!.clientId,
          client_secret: oidc!.clientSecret,
          redirect_uris: [redirectUri],
          response_types: ['code'],
        }),
    )
    client.catch(() => {
      client = null
    })
    return client
  }

  return {
    name: oidc.name,
    begin: async () => {
      const [state, nonce, verifier] = [generators.state(), generators.nonce(), generators.codeVerifier()]
      try {
        const url = (await discovered()).authorizationUrl({
          scope: 'openid',
          state,
          nonce,
          code_challenge: generators.codeChallenge(verifier),
          code_challenge_method: 'S256',
        })
        return { url, state, nonce, verifier }
      } catch {
        throw unavailable('identity-unavailable')
      }
    },
    finish: async ({ code, state, iss }, flow) => {
      try {
        const checks = {
          state: flow.state,
          nonce: flow.nonce,
          code_verifier: flow.verifier,
          response_type: 'code',
        }
        const answer = { code, state, ...(iss !== undefined && { iss }) }
        const claims = (await (await discovered()).callback(redirectUri, answer, checks)).claims()
        return { issuer: claims.iss, subject: claims.sub }
      } catch (error) {
        throw failureOf(error)
      }
    },
  }
}
