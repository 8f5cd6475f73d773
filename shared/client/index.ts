import type { Session } from '../contract/people/auth'
import type { AnswerIdentity, CollectTicket, CollectedTicket } from '../contract/people/webLogin'
import type { Contract } from '../contract'
import { type Input, type Upload, createApi, pathTo } from './api'
import { type HttpAnswer, type HttpRequest, type Tokens, createCaller } from './call'

export { ApiError } from './errors'
export { pathTo } from './api'
export { createKeyring } from './keyring'
export type { HttpUpload } from './api'
export type { HttpAnswer, HttpRequest, Tokens, WriteOptions } from './call'

export interface ClientOptions<File = unknown> {
  /** Sends one HTTP request. Rejects only if there is no answer. */
  request: (request: HttpRequest) => Promise<HttpAnswer>
  /** Sends one file as multipart field `file`; needed for files and imports only. */
  upload?: Upload<File>
  /** Base address of the API, e.g. `/api/v1` or `http://127.0.0.1:8080/api/v1`. */
  baseUrl: string
  /** Storage of the tokens. */
  tokens: Tokens
}

/**
 * Creates the client of the API: endpoints by key, files, and login. Every call resolves with the answer's
 * body. An expired access token is renewed once and the call repeated. @throws ApiError
 */
export function createClient<File = unknown>(options: ClientOptions<File>) {
  const caller = createCaller(options)
  const { tokens, baseUrl } = options
  const api = createApi<File>(caller, options.upload)

  return {
    api,
    /** Returns the full address of a public file. */
    urlOf: <K extends Parameters<typeof pathTo>[0]>(endpoint: K, input: Input<Contract[K]>): string =>
      `${baseUrl}${pathTo(endpoint, input)}`,
    /** Downloads a file that requires a login; `save` sends the request and stores the answer. */
    download: async (path: string, save: ClientOptions['request']): Promise<void> => {
      await caller.call({ method: 'GET', path }, save)
    },
    /**
     * Exchanges the code of `wx.login` (or of a test login) for a session, and stores its tokens. `agreed`: version of the
     * texts that the person agreed to.
     */
    loginWechat: async (code: string, agreed?: string): Promise<Session> => {
      const made = await api('POST /auth/wechat', { body: { code, agreed } }, { anonymous: true })
      await tokens.save({ access: made.accessToken, refresh: made.refreshToken })
      return made
    },
    /** Asks what became of a login ticket; the session, which comes once, is stored. */
    collectTicket: async (ticket: CollectTicket): Promise<CollectedTicket> => {
      const collected = await api('POST /auth/tickets/collect', { body: ticket }, { anonymous: true })
      const { session } = collected
      if (session) await tokens.save({ access: session.accessToken, refresh: session.refreshToken })
      return collected
    },
    /** Logs in with what the browser brought back from the unified identity, and stores the tokens. */
    loginByIdentity: async (answer: AnswerIdentity): Promise<Session> => {
      const made = await api('POST /auth/unified/finish', { body: answer }, { anonymous: true })
      await tokens.save({ access: made.accessToken, refresh: made.refreshToken })
      return made
    },
    /** Ends the session here and on the server. */
    logout: async (): Promise<void> => {
      const refreshToken = (await tokens.load())?.refresh
      await tokens.clear()
      if (!refreshToken) return
      await api('POST /auth/logout', { body: { refreshToken } }, { anonymous: true })
    },
  }
}

export type Client = ReturnType<typeof createClient>
