import { type ContentNames, openFindings, releaseIssues } from '@server/domain/privacy'
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

/**
 * Returns an issue for personal data that may never be stored, including a recipient's full name: the table uses 姓 and
 * `*`.
 */
export const blockedIssues: Checker = ({ content, today }) =>
  openFindings(content, [], { today })
    .filter(finding => !finding.releasable)
    .map(told)

/** Returns the open findings of the privacy check, and the issues of the reasons given. */
export function privacyIssues(
  { content, today }: Draft,
  releases: readonly Release[],
  known: ContentNames = { isUnknown: false },
): Issue[] {
  const options = { today, names: known.names, namesUnknown: known.isUnknown }
  return [...releaseIssues(content, releases, options), ...openFindings(content, releases, options).map(told)]
}
