import type { Session } from '../contract/people/auth'
import type { Contract } from '../contract'
import { type Input, type Upload, createApi, pathTo } from './api'
import { type HttpAnswer, type HttpRequest, type Tokens, createCaller } from './call'

export { ApiError } from './errors'
export { pathTo } from './api'
export type { HttpUpload } from './api'
export type { HttpAnswer, HttpRequest, Tokens, WriteOptions } from './call'

export interface ClientOptions<File = unknown> {
  /** Sends one HTTP request. Rejects only when no answer came. */
  request: (request: HttpRequest) => Promise<HttpAnswer>
  /** Sends one file as multipart field `file`; needed for files and imports only. */
  upload?: Upload<File>
  /** Address of the API, e.g. `/api/v1` or `http://127.0.0.1:8080/api/v1`. */
  baseUrl: string
  /** Where the tokens are kept. */
  tokens: Tokens
}

/**
 * The client of the API: its endpoints by key, files, and the own login. Every call resolves with the answer's body
 * or throws ApiError. An expired access token is renewed once and the call repeated.
 */
export function createClient<File = unknown>(options: ClientOptions<File>) {
  const caller = createCaller(options)
  const { tokens, baseUrl } = options
  const api = createApi<File>(caller, options.upload)

  return {
    api,
    /** Whole address of a public file. */
    urlOf: <K extends Parameters<typeof pathTo>[0]>(endpoint: K, input: Input<Contract[K]>): string =>
      `${baseUrl}${pathTo(endpoint, input)}`,
    /** A file that only the logged-in may have; `save` sends the request and keeps what comes. */
    download: async (path: string, save: ClientOptions['request']): Promise<void> => {
      await caller.call({ method: 'GET', path }, save)
    },
    /** Trades the code of `wx.login` (or of a test login) for a session, and keeps its tokens. */
    loginWechat: async (code: string): Promise<Session> => {
      const made = await api('POST /auth/wechat', { body: { code } }, { anonymous: true })
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
