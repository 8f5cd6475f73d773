import { z } from 'zod'
import { Id } from '../common'

/** One question with its answer; null: nothing that was disclosed says so. */
export const GuideRow = z.object({
  id: z.string(),
  label: z.string(),
  value: z.string(),
  /** `目录没有写明`: whoever needs it has to ask. */
  unsaid: z.boolean(),
  /** The notice that says so; null where the catalogue itself does, or nobody. */
  from: z.object({ noticeId: Id, title: z.string() }).nullable(),
})
export type GuideRow = z.infer<typeof GuideRow>

/** 办事指南 of a catalogue item: who is entitled, to what, what to bring, how to apply, whom to call, on what basis. */
export const ServiceGuide = z.object({
  rows: z.array(GuideRow),
  /** Offices to ask, never persons. */
  ask: z.array(z.object({ name: z.string(), phone: z.string() })),
})
export type ServiceGuide = z.infer<typeof ServiceGuide>
