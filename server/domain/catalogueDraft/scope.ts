import type { DraftScope } from '@shared/contract/catalogues/catalogueDraft'

/** Counts of a draft against the catalogue in force, over the areas that the draft names. */
interface Shares {
  /** Items in force. */
  inForce: number
  /** Those that the draft names, under their own or another name. */
  named: number
  /** Rows of the draft. */
  rows: number
}

export interface ProposedScope {
  scope: DraftScope
  /** Why, in Chinese. */
  because: string
}

/** Words in titles of supplements 补充; a 修订 is usually a whole catalogue. */
const SUPPLEMENT = /补充|增补|新增|增加|修改|调整|部分/

/** A file that names nearly everything is whole, whatever its title says. */
const NEARLY_ALL = 0.9
const FEW = 0.5

/**
 * Proposes whether a draft replaces the catalogue in force 整体替换 or only adds to it and changes it 只补充修改, by the
 * words of its title or file name and by the share of items in force that it names.
 */
export function proposeScope(title: string, { inForce, named, rows }: Shares): ProposedScope {
  const share = inForce === 0 ? 1 : named / inForce
  const counts = `现行 ${inForce} 项，文件里写到 ${named} 项`
  const word = SUPPLEMENT.exec(title)?.[0]
  if (word && share < NEARLY_ALL) return { scope: 'amend', because: `标题里有“${word}”，${counts}` }
  if (share < FEW && rows < inForce) return { scope: 'amend', because: counts }
  return { scope: 'replace', because: counts }
}
