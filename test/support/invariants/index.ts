import type { StorePicture } from '../faults/storePicture'
import { brokenInCases } from './cases'
import { brokenInObligations } from './obligations'
import { brokenInLedger } from './ledger'
import { brokenInNotices } from './notices'
import { brokenInPublications } from './publications'

/**
 * Everything that must hold of the store at every moment, whatever failed before: a sentence for each thing that does
 * not. Looks at a picture of all rows, so that nothing can change in between.
 */
export const brokenInvariants = (picture: StorePicture): string[] => [
  ...brokenInNotices(picture),
  ...brokenInPublications(picture),
  ...brokenInLedger(picture),
  ...brokenInObligations(picture),
  ...brokenInCases(picture),
]
