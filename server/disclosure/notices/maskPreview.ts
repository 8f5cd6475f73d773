import { type ContentNames, maskOpenFindings, openFindings, releaseIssues } from '@server/domain/privacy'
import type { NoticeContent, Release } from '@shared/contract/disclosure/notice'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { presentItem } from '@shared/presentation/presentItem'
import type { PresentableItem } from '@shared/presentation/standard'

interface Options {
  item: PresentableItem
  /** Today in China, `YYYY-MM-DD`. */
  today: string
  releases?: readonly Release[]
  /** What a model says of the names. */
  known?: ContentNames
}

const record = (item: PresentableItem, content: NoticeContent): MaskPreview['before'] => {
  const { blocks, sha256 } = presentItem(item, content)
  return { blocks, sha256 }
}

/**
 * Returns the preview 你写的 / 大家看到的: the content with every open privacy finding masked, and the list of
 * findings. Pure.
 */
export function maskPreview(
  content: NoticeContent,
  { item, today, releases = [], known }: Options,
): MaskPreview {
  const options = { today, names: known?.names, namesUnknown: known?.isUnknown }
  const masked = maskOpenFindings(content, releases, options)
  return {
    findings: openFindings(content, releases, options),
    issues: releaseIssues(content, releases, options),
    namesByRules: !known?.names,
    before: record(item, content),
    after: record(item, masked),
    masked,
  }
}
