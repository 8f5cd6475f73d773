import type { Issue } from '@shared/contract/common'
import { z } from 'zod'
import { invalidRequest } from '@server/platform/errors'
import { issuesOf } from '@server/domain/zodIssues'

const MAX_TOLD = 100

/** The schemas of a route's requests; a part without a schema must be empty or is ignored. */
export interface RequestSchemas<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params?: P
  query?: Q
  body?: B
}

export interface ParsedRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
}

/** Refuses unknown query parameters as it refuses unknown fields in the body. */
const strict = (schema: z.ZodType): z.ZodType => (schema instanceof z.ZodObject ? schema.strict() : schema)

/**
 * Parses all parts of a request.
 * @throws AppError 400 `invalid-request` with every fault of every part
 */
export function parseRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  schemas: RequestSchemas<P, Q, B>,
  given: { params: unknown; query: unknown; body: unknown },
): ParsedRequest<P, Q, B> {
  const issues: Issue[] = []
  const parse = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined
    const result = schema.safeParse(value, { reportInput: true })
    if (!result.success) issues.push(...result.error.issues.flatMap(issuesOf))
    return result.data
  }
  const parsed = {
    params: parse(schemas.params && strict(schemas.params), given.params),
    query: parse(schemas.query && strict(schemas.query), given.query),
    body: parse(schemas.body, given.body ?? {}),
  }
  if (issues.length > 0) throw invalidRequest(issues.slice(0, MAX_TOLD))
  return parsed as ParsedRequest<P, Q, B>
}
