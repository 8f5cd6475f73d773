import type { Issue } from '@shared/contract/common'
import type { NoticeContent, Release } from '@shared/contract/disclosure/notice'
import type { ContentFinding } from '@shared/contract/disclosure/privacy'
import { fieldsOfContent } from './contentFields'
import { maskOpenFindings, openFindings, releaseIssues } from './openFindings'

/** What the privacy check says of a content. */
export interface Reviewed {
  findings: ContentFinding[]
  issues: Issue[]
  /** The content with every open finding masked. */
  masked: NoticeContent
}

/** Reviews a content with its releases. Pure; takes seconds for a text of many figures. */
export function reviewContent(
  content: NoticeContent,
  releases: readonly Release[],
  options: Parameters<typeof openFindings>[2],
): Reviewed {
  return {
    findings: openFindings(content, releases, options),
    issues: releaseIssues(content, releases, options),
    masked: maskOpenFindings(content, releases, options),
  }
}

/** Characters from which a text is long: a cell of a table never is. */
const LONG_TEXT = 1_000

/** Counts the characters of all texts of a content, and of the long ones among them. */
export function lengthOfTexts(content: NoticeContent): { all: number; long: number } {
  const lengths = fieldsOfContent(content).map(({ text }) => text.length)
  const sum = (some: readonly number[]) => some.reduce((total, length) => total + length, 0)
  return { all: sum(lengths), long: sum(lengths.filter(length => length >= LONG_TEXT)) }
}
