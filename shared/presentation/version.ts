/**
 * Version of the presentation 呈现版本. The ledger commits to the hash of a presented record, so an edition is always
 * presented by the version of the day it was published on.
 *
 * 1: a table names one unit in its head. 2: every total and figure column names its own unit; the summary sentence
 * names only schemes that remain after folding; folding also covers texts, elements and attachments.
 */
export type Presentation = 1 | 2

/** Version of editions published from now on. */
export const PRESENTATION: Presentation = 2

/** Returns the version of a stored edition; editions of before version 2 do not state it. */
export const presentationOf = ({ presentation }: { presentation?: number }): Presentation =>
  presentation === 2 ? 2 : 1
