import type { CaseItem } from '@server/domain/application'
import type { ApplicationPaperRow } from './models/applicationPapers'
import type { ApplicationRow } from './models/applications'

type WithPapers = { application: Pick<ApplicationRow, 'items'>; papers: readonly ApplicationPaperRow[] }

/** Returns the asked items with what their papers give and withhold: a paper counts for its own item alone. */
export const itemsWithPapers = ({ application, papers }: WithPapers): CaseItem[] =>
  application.items.map(item => {
    const own = papers.filter(({ itemId }) => itemId === item.id)
    if (own.length === 0) return item
    const passages = own.flatMap(({ name, withheld }) =>
      withheld.map(({ place, kind, reason }) => ({ passage: `${name}，${place}`, kind, reason })),
    )
    const redacted = own.filter(paper => paper.redacted).map(({ name }) => name)
    return {
      ...item,
      given: own.map(({ _id }) => _id),
      ...(passages.length > 0 && { withheld: [...(item.withheld ?? []), ...passages] }),
      ...(redacted.length > 0 && { evidence: { ...item.evidence, redacted: redacted.join('、') } }),
    }
  })

/** Returns the names of an item's papers, as the letter lists them. */
export const papersOfItem = (papers: readonly ApplicationPaperRow[], id: string): string[] =>
  papers.filter(({ itemId }) => itemId === id).map(({ name }) => name)
