import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { inTransaction } from '@server/platform/store/transaction'
import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { notify } from '../../../server/people/messages/commands/notify'
import type { FactorSecret, RecoveryCodes, Session } from '../../../shared/contract/people/auth'
import { ROLL, uploadRoll } from '../api/roster'
import type { TestServer } from '../api/testServer'
import { type Person, tokenOf, userId } from '../api/world'
import { LOGIN_SAMPLES } from './loginSamples'
import type { Request, Sample } from './samples'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'

const freshCode = (persona: string) => `${persona}#${randomBytes(6).toString('hex')}`
const post = (path: string, body: unknown): Request => ({ method: 'POST', path, asking: { body } })

async function login(server: TestServer): Promise<Session> {
  const { body } = await server.ask<Session>('POST', '/auth/wechat', {
    body: { code: freshCode('editor'), agreed: IN_FORCE.use },
  })
  return body
}

/** Logins and their kin: no write of the matrix, yet they change the store. */
const LOGINS: readonly Sample[] = [
  {
    route: 'POST /auth/wechat',
    situation: 'a newcomer',
    write: false,
    prepare: async () => () => post('/auth/wechat', { code: freshCode('newcomer'), agreed: IN_FORCE.use }),
    // A known person without a session is nothing half-done.
    mayLeave: [{ 'users added': 1 }, { 'users added': 1, 'agreements added': 1 }],
  },
  {
    route: 'POST /auth/wechat',
    situation: 'a known person',
    write: false,
    prepare: async server => {
      await login(server)
      return () => post('/auth/wechat', { code: freshCode('editor') })
    },
  },
  {
    route: 'POST /auth/refresh',
    situation: 'a good token',
    write: false,
    prepare: async server => {
      const { refreshToken } = await login(server)
      return () => post('/auth/refresh', { refreshToken })
    },
  },
  {
    route: 'POST /auth/logout',
    situation: 'a good token',
    write: false,
    prepare: async server => {
      const { refreshToken } = await login(server)
      return () => post('/auth/logout', { refreshToken })
    },
  },
]

const enrolment = (server: TestServer): Request => ({
  method: 'POST',
  path: '/auth/second-factor/enrol',
  asking: { token: tokenOf(server, 'editor'), body: {} },
})

/** A code that is good at the moment at which the tests take place. */
async function goodCode(server: TestServer): Promise<string> {
  const { method, path, asking } = enrolment(server)
  const { body } = await server.ask<FactorSecret>(method, path, asking)
  const timestamp = server.services.clock.now().getTime()
  return new TOTP({ secret: Secret.fromBase32(body.secret) }).generate({ timestamp })
}

const FACTORS: readonly Sample[] = [
  {
    route: 'POST /auth/second-factor/enrol',
    situation: 'none yet',
    write: false,
    prepare: async server => () => enrolment(server),
  },
  {
    route: 'POST /auth/second-factor/verify',
    situation: 'the first code',
    write: false,
    prepare: async server => {
      const asking = { token: tokenOf(server, 'editor'), body: { code: await goodCode(server) } }
      return () => ({ method: 'POST', path: '/auth/second-factor/verify', asking })
    },
  },
]

/** An editor whose login has passed the second factor. */
async function factorGiven(server: TestServer): Promise<Request['asking']> {
  const token = tokenOf(server, 'editor')
  await server.ask('POST', '/auth/second-factor/verify', { token, body: { code: await goodCode(server) } })
  return { token, body: {} }
}

const RECOVERY: readonly Sample[] = [
  {
    route: 'POST /auth/second-factor/recovery-codes',
    situation: 'after the second factor',
    write: false,
    prepare: async server => {
      const asking = await factorGiven(server)
      return () => ({ method: 'POST', path: '/auth/second-factor/recovery-codes', asking })
    },
  },
  {
    route: 'POST /auth/second-factor/recover',
    situation: 'an unused code',
    write: false,
    prepare: async server => {
      const path = '/auth/second-factor/recovery-codes'
      const { body } = await server.ask<RecoveryCodes>('POST', path, await factorGiven(server))
      const asking = { token: tokenOf(server, 'editor'), body: { code: body.codes[0]! } }
      return () => ({ method: 'POST', path: '/auth/second-factor/recover', asking })
    },
  },
]

/** A write that people do for themselves. */
const own = (
  path: string,
  situation: string,
  person: Person,
  body: object,
  prepare: (server: TestServer) => Promise<unknown>,
  method: 'POST' | 'PUT' = 'POST',
): Sample => ({
  route: `${method} ${path}`,
  situation,
  write: true,
  prepare: async server => {
    await prepare(server)
    return () => ({ method, path, asking: { token: tokenOf(server, person), body } })
  },
})

/** A try stays counted, whatever becomes of it: by account, then by name. */
const COUNTED_TRIES = [{ 'claimAttempts added': 1 }, { 'claimAttempts added': 2 }]

const CLAIMS: readonly Sample[] = [
  own(
    '/me/residency-claims',
    'of the roll',
    'stranger',
    { orgCode: 'V1', name: ROLL.farmer.name, idTail: ROLL.farmer.tail },
    uploadRoll,
  ),
  own(
    '/me/residency-claims/relatives',
    'of the roll',
    'stranger',
    { orgCode: 'V1', name: ROLL.elder.name, idTail: ROLL.elder.tail, relation: 'child' },
    uploadRoll,
  ),
].map(sample => ({ ...sample, mayLeave: COUNTED_TRIES }))

const FOLLOWED = { items: [{ orgCode: 'V1', categories: ['subsidy', 'village-finance'] }] }

const tell = ({ services }: TestServer) =>
  inTransaction(services, tx =>
    notify(tx, {
      userIds: [userId('villager')],
      kind: 'publication',
      title: '财务收支公示',
      text: '东一村公开',
      link: null,
      dedupeKey: 'sample',
    }),
  )

const MESSAGES: readonly Sample[] = [
  own('/me/subscriptions', 'a village', 'villager', FOLLOWED, async () => undefined, 'PUT'),
  own('/me/consents', 'one', 'villager', { templateIds: ['template-publication'] }, async () => undefined),
  own('/me/inbox/read-all', 'one unread', 'villager', {}, tell),
  {
    route: 'POST /me/inbox/:id/read',
    situation: 'unread',
    write: true,
    prepare: async server => {
      await tell(server)
      const row = await server.db
        .of(InboxMessages)
        .findOne({ userId: userId('villager') })
        .lean()
      const asking = { token: tokenOf(server, 'villager'), body: {} }
      return () => ({ method: 'POST', path: `/me/inbox/${row!._id}/read`, asking })
    },
  },
]

const nothing = async () => undefined
/** Without an idempotency key: repeated, it does the same or a new one. */
const unkeyed = (path: string, situation: string, body: object): Sample => ({
  ...own(path, situation, 'villager', body, nothing),
  write: false,
})

const ACCOUNT: readonly Sample[] = [
  own('/me/agreements', 'to the texts in force', 'villager', { kind: 'use', version: IN_FORCE.use }, nothing),
  own('/me/name', 'one’s own', 'villager', { name: '谭示例' }, nothing, 'PUT'),
  unkeyed('/me/appointment-code', 'one’s own', {}),
  unkeyed('/me/close', 'one’s own', { confirm: '注销' }),
  unkeyed('/feedback', 'of a reader', {
    key: '0123456789abcdef',
    text: '字再大一点。',
    contact: '',
    page: '/pages/home/index',
  }),
  unkeyed('/client-errors', 'of a phone', {
    kind: 'script',
    platform: 'weapp',
    message: 'x is not a function',
    page: 'pages/home/index',
  }),
]

export const OWN_SAMPLES: readonly Sample[] = [
  ...ACCOUNT,
  ...LOGINS,
  ...LOGIN_SAMPLES,
  ...FACTORS,
  ...RECOVERY,
  ...CLAIMS,
  ...MESSAGES,
]
