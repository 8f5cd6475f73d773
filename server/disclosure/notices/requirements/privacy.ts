import { openFindings, releaseIssues } from '@server/domain/privacy'
import type { Issue } from '@shared/contract/common'
import type { Release } from '@shared/contract/disclosure/notice'
import type { ContentFinding } from '@shared/contract/disclosure/privacy'
import type { Checker, Draft } from './draftOf'

const told = ({ code, field, row, message }: ContentFinding): Issue => ({
  code,
  field,
  ...(row !== undefined && { row }),
  message,
})

/** Personal data that may never be kept. A recipient's full name counts: the table says 姓 and `*`. */
export const blockedIssues: Checker = ({ content, today }) =>
  openFindings(content, [], { today })
    .filter(finding => !finding.releasable)
    .map(told)

/** Findings that stand against the privacy check, and what is wrong with the reasons given. */
export const privacyIssues = ({ content, today }: Draft, releases: readonly Release[]): Issue[] => [
  ...releaseIssues(content, releases, { today }),
  ...openFindings(content, releases, { today }).map(told),
]
