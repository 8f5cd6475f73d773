import { z } from 'zod'
import { Id, Instant } from '../common'
import { Session } from './auth'

/** Login ticket 登录码 of one browser, shown once: only who holds the secret can collect the session. */
export const LoginTicket = z.object({
  id: Id,
  secret: z.string(),
  /** Six digits, typed on the phone in place of a scan. */
  digits: z.string(),
  expiresAt: Instant,
  /** Data URL of the code to scan. */
  picture: z.string(),
})
export type LoginTicket = z.infer<typeof LoginTicket>

/**
 * `waiting`: not yet opened on a phone. `opened`: somebody looks at it. `confirmed`: the session has not been collected.
 * `used`: collected.
 */
export const TicketState = z.enum(['waiting', 'opened', 'confirmed', 'refused', 'used', 'expired'])
export type TicketState = z.infer<typeof TicketState>

export const CollectTicket = z.strictObject({ id: Id, secret: z.string().min(20).max(200) })
export type CollectTicket = z.infer<typeof CollectTicket>

/** What became of the ticket; the session comes once, with the answer that collects it. */
export const CollectedTicket = z.object({ state: TicketState, session: Session.nullable() })
export type CollectedTicket = z.infer<typeof CollectedTicket>

export const TicketDigits = z.strictObject({ digits: z.string().regex(/^[0-9]{6}$/) })

/** The asking browser, as its owner has to recognise it before confirming. */
export const AskedLogin = z.object({
  id: Id,
  digits: z.string(),
  state: TicketState,
  /** Browser and system, e.g. `Chrome · Windows`. */
  browser: z.string(),
  /** Shortened network address. */
  place: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  /** The confirming person may have the browser remembered: nobody with a staff role. */
  mayRemember: z.boolean(),
})
export type AskedLogin = z.infer<typeof AskedLogin>

/** `remember`: one's own computer, for 30 days; ignored for staff. */
export const ConfirmTicket = z.strictObject({ remember: z.boolean() })

/** A login of the person that has not ended. */
export const OwnLogin = z.object({
  id: Id,
  channel: z.enum(['wechat', 'web', 'unified']),
  device: z.string(),
  place: z.string(),
  since: Instant,
  lastSeenAt: Instant,
  /** Latest end; null: none. */
  endsAt: Instant.nullable(),
  /** This very login. */
  current: z.boolean(),
})
export type OwnLogin = z.infer<typeof OwnLogin>

export const OwnLogins = z.object({ items: z.array(OwnLogin) })
export type OwnLogins = z.infer<typeof OwnLogins>

/** Visit of a browser to the unified identity 统一身份认证: where to go, and what to bring back. */
export const IdentityVisit = z.object({ url: z.string(), state: z.string(), secret: z.string() })
export type IdentityVisit = z.infer<typeof IdentityVisit>

/** What the browser came back with, and the secret that it kept. */
export const AnswerIdentity = z.strictObject({
  code: z.string().min(1).max(2000),
  state: z.string().min(20).max(200),
  iss: z.string().max(500).optional(),
  secret: z.string().min(20).max(200),
})
export type AnswerIdentity = z.infer<typeof AnswerIdentity>

/** Link of the own account. `name`: of the service; null: none is configured. */
export const OwnIdentity = z.object({
  name: z.string().nullable(),
  linkedAt: Instant.nullable(),
  mayLink: z.boolean(),
})
export type OwnIdentity = z.infer<typeof OwnIdentity>
