import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import { DOCUMENTS, type TrialDocument } from './facts'
import { FILE_KINDS } from './fileKinds'
import { composed } from './composed'
import type { Kind, Trial } from './kind'
import { type Tally, addTally, emptyTally, tallyOf } from './score'
import { TABLE_KINDS } from './tableKinds'
import { TEXT_KINDS } from './textKinds'

export const KINDS: readonly Kind[] = [...TABLE_KINDS, ...FILE_KINDS, ...TEXT_KINDS]

/** Every second document was looked at while the reader was changed; the others only at the end. */
export const SEEN_DOCUMENTS = DOCUMENTS.filter((_, at) => at % 2 === 0)
export const UNSEEN_DOCUMENTS = DOCUMENTS.filter((_, at) => at % 2 === 1)

/** Reads one document in one layout; a file that is refused says so, and has no cell right. */
async function tryFile({ file, bytes, items }: Trial, name: string): Promise<Tally> {
  const tally = await parseCatalogueFile({ file, bytes: await bytes }).then(
    parsed => tallyOf(parsed, items),
    (cause: unknown) => {
      const none = tallyOf({ rows: [] }, items)
      const notes = [`refused: ${cause instanceof Error ? cause.message : String(cause)}`]
      return { ...none, flagged: none.silent, silent: 0, notes }
    },
  )
  return { ...tally, notes: tally.notes.map(note => `${name}: ${note}`) }
}

export const tryKind = (kind: Kind, document: TrialDocument): Promise<Tally> =>
  tryFile(kind.make(document), `${kind.group} ${kind.name} ${document.id}`)

/** Reads a document in a layout put together from a key. */
export function tryComposed(document: TrialDocument, key: string): Promise<Tally> {
  const made = composed(document, key)
  return tryFile(made, `${made.group} ${document.id} ${key}`)
}

/** The tally of a layout over documents. */
export async function tallyKind(kind: Kind, documents: readonly TrialDocument[]): Promise<Tally> {
  let sum = emptyTally()
  for (const document of documents) sum = addTally(sum, await tryKind(kind, document))
  return sum
}
