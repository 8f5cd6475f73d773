import type { NoticePage } from '@shared/contract/reading/site'

/** Returns the page with the organisation as the edition printed it on the day of its publication. */
export function asPrinted(page: NoticePage): NoticePage {
  const { printed, notice, org } = page
  if (!printed) return page
  const { orgName, ...then } = printed
  return { ...page, notice: { ...notice, orgName }, org: { ...org, ...then, name: orgName } }
}
