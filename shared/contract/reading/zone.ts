import { z } from 'zod'
import { OrgCode } from '../common'
import { Contact } from '../people/org'

const Line = (most: number) => z.string().trim().min(1).max(most)

/** A reading place 政府信息公开查阅点. */
export const ReadingPlace = z.strictObject({
  kind: z.enum(['hall', 'archive', 'library', 'station']),
  name: Line(60),
  address: Line(120),
  hours: Line(120),
  phone: z.string().trim().max(30),
  /** What is there 有什么. */
  has: z.array(Line(30)).max(20),
})
export type ReadingPlace = z.infer<typeof ReadingPlace>

export const SetZone = z.strictObject({ places: z.array(ReadingPlace).max(50) })
export type SetZone = z.infer<typeof SetZone>

/** Reading places of a street and what its zone hands out 政务公开专区. */
export const Zone = z.object({
  orgCode: OrgCode,
  orgName: z.string(),
  places: z.array(ReadingPlace),
  address: z.string().nullable(),
  officeHours: z.string().nullable(),
  contacts: z.array(Contact),
})
export type Zone = z.infer<typeof Zone>

export const ZonePaperQuery = z.object({
  paper: z.enum(['guide', 'form-person', 'form-body', 'matrix', 'station']),
})
