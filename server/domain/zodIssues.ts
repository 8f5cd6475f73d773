import { type FaultCode, FAULT_TEXTS, rowOf, faultText } from '@shared/texts/errors'
import type { z } from 'zod'
import type { Issue } from '@shared/contract/common'

type Path = (string | number)[]

const isFault = (code: string): code is FaultCode => Object.hasOwn(FAULT_TEXTS, code)

const measure = (origin: string, ofText: FaultCode, ofNumber: FaultCode): FaultCode =>
  origin === 'string' || origin === 'array' ? ofText : ofNumber

/** Returns our stable code for a zod issue. */
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

/** Converts a zod issue to one or (unknown fields) several of ours. */
export function issuesOf(issue: z.core.$ZodIssue): Issue[] {
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
