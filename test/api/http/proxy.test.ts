import { startTestServer } from '../../support/api/testServer'

/** Who is counted as the sender: three logins from three given addresses, one allowed a minute. */
test.each([
  ['believes nobody by itself', '0', [401, 429, 429]],
  ['believes the one proxy in front of it, and not what came before that', '1', [401, 401, 429]],
])(
  '%s',
  async (_name, TRUST_PROXY, expected) => {
    const server = await startTestServer('proxy', undefined, { RATE_LOGIN: '1', TRUST_PROXY })
    try {
      const statuses = []
      for (const address of ['10.0.0.1', '10.0.0.2', '6.6.6.6, 10.0.0.1']) {
        const body = { refreshToken: 'x'.repeat(43) }
        const answer = await server.ask('POST', '/auth/refresh', {
          body,
          headers: { 'X-Forwarded-For': address },
        })
        statuses.push(answer.status)
      }
      expect(statuses).toEqual(expected)
    } finally {
      await server.close()
    }
  },
  60_000,
)
