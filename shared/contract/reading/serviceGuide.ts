import { z } from 'zod'
import { Id } from '../common'

/** One question with its answer; null: not in any disclosure. */
export const GuideRow = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  /** True for the answer `目录没有写明`. */
  unsaid: z.boolean(),
  /** Source notice; null if the catalogue itself answers, or no source does. */
  from: z.object({ noticeId: Id, title: z.string() }).nullable(),
})
export type GuideRow = z.infer<typeof GuideRow>

/**
 * Service guide 办事指南 of a catalogue item: eligibility, benefits, papers, application, contact and legal basis.
 */
export const ServiceGuide = z.object({
  rows: z.array(GuideRow),
  /** Offices to contact, never persons. */
  ask: z.array(z.object({ name: z.string(), phone: z.string() })),
  /** The service of the power list 小微权力清单 that the guide is of; null: of a catalogue item alone. */
  service: z.object({ orgCode: z.string(), code: z.string(), name: z.string() }).nullable(),
})
export type ServiceGuide = z.infer<typeof ServiceGuide>
