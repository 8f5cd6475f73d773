import type { ScanContext } from '@server/domain/privacy'
import type { PictureReader } from './pictureText'

/** What holds for a whole file: today `YYYY-MM-DD`, the names that a model found in it, and what reads its pictures. */
export interface FileContext extends Pick<ScanContext, 'today' | 'names'> {
  pictures?: PictureReader
}
