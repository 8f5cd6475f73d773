/** Page for each kind of message link `kind/id`. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  notice: id => `pages/notice/index?id=${id}`,
  work: id => `packages/staff/pages/review/index?id=${id}`,
  objection: id => `packages/objection/pages/one/index?id=${id}`,
  application: id => `packages/application/pages/one/index?id=${id}`,
  'application-work': id => `packages/application/pages/handle/index?id=${id}`,
  obligations: code => `packages/matrix/pages/obligations/index?org=${code}`,
  'objection-answer': id => `packages/staff/pages/objection/index?id=${id}`,
  'village-catalogue': code => `packages/street/pages/village-catalogue/index?org=${code}`,
  'power-list': code => `packages/power/pages/keep/index?org=${code}`,
  removal: id => `packages/removal/pages/one/index?id=${id}`,
  removals: code => `packages/removal/pages/register/index?org=${code}`,
  inbox: () => INBOX_PAGE,
}

/** Present kind of the links of stored messages. */
const FORMER_KINDS: Readonly<Record<string, string>> = {
  duties: 'obligations',
  answer: 'objection-answer',
  powers: 'power-list',
}

const INBOX_PAGE = 'packages/inbox/pages/list/index'

/** Returns the mini program page of a message link, without leading slash; the inbox for an unknown link. */
export function pageOfLink(link: string | null): string {
  const [kind = '', id = ''] = (link ?? '').split('/')
  const page = PAGES[FORMER_KINDS[kind] ?? kind]
  return page ? page(encodeURIComponent(id)) : INBOX_PAGE
}
