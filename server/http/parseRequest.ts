import { type FaultCode, FAULT_TEXTS, faultText, rowOf } from '@shared/texts/errors'
import type { Issue } from '@shared/contract/common'
import { z } from 'zod'
import { invalidRequest } from '@server/platform/errors'

const MAX_TOLD = 100

type Path = (string | number)[]

/** What a route declares about its requests; a part without a schema must be empty or is not looked at. */
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

const isFault = (code: string): code is FaultCode => Object.hasOwn(FAULT_TEXTS, code)

const measure = (origin: string, ofText: FaultCode, ofNumber: FaultCode): FaultCode =>
  origin === 'string' || origin === 'array' ? ofText : ofNumber

/** Our stable code for an issue of zod. */
function faultOf(issue: z.core.$ZodIssue): FaultCode {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'required'
      return issue.expected === 'int' ? 'not-integer' : 'wrong-type'
    case 'too_small':
      return measure(issue.origin, 'too-short', 'too-small')
    case 'too_big':
      return measure(issue.origin, 'too-long', 'too-big')
    case 'invalid_format':
      return 'bad-format'
    case 'unrecognized_keys':
      return 'unknown-field'
    case 'invalid_value':
    case 'invalid_union':
      return 'not-a-choice'
    case 'custom':
      return isFault(issue.message) ? issue.message : 'invalid'
    default:
      return 'invalid'
  }
}

/** One issue of zod as one or (unknown fields) several of ours. */
function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  const paths: Path[] = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...path, key]) : [path]
  const code = faultOf(issue)
  return paths.map(at => ({
    code,
    field: at.join('.'),
    ...(rowOf(at) !== undefined && { row: rowOf(at) }),
    message: faultText(at, code),
  }))
}

/** Unknown names in the address are refused like unknown fields in the body. */
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
