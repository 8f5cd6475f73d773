import { z } from 'zod'

/**
 * Fault of the app on a phone or in a browser: `script` thrown, `rejection` of a promise, `render` of a page, `page` that
 * does not exist. Without personal data: the address without its query, numbers and Chinese words masked.
 */
export const ClientErrorKind = z.enum(['script', 'rejection', 'render', 'page'])
export type ClientErrorKind = z.infer<typeof ClientErrorKind>

export const ClientError = z.strictObject({
  kind: ClientErrorKind,
  platform: z.enum(['weapp', 'h5']),
  message: z.string().max(300),
  /** Path of the page, without its query. */
  page: z.string().max(120),
})
export type ClientError = z.infer<typeof ClientError>

/** Whether it was counted; false above the limit. */
export const TakenError = z.object({ taken: z.boolean() })
