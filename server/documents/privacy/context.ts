import type { ScanContext } from '@server/domain/privacy'

export type Corner = readonly [x: number, y: number]

/** A piece of text in a picture: its four corners from the top left in reading direction, and a score of 0 to 1. */
export interface PictureBox {
  text: string
  score: number
  quad: readonly [Corner, Corner, Corner, Corner]
}

/** What was read in a picture, in pixels of the picture turned by `angle` degrees. */
export interface ReadPicture {
  width: number
  height: number
  angle?: number
  boxes: readonly PictureBox[]
  /** Heights of the long rules of a table, once the lines are level. */
  rules?: readonly number[]
}

/** Reads the text of a picture; null where that failed. */
export type PictureReader = (bytes: Buffer) => Promise<ReadPicture | null>

/** What holds for a whole file: today `YYYY-MM-DD`, the names that a model found in it, and what reads its pictures. */
export interface FileContext extends Pick<ScanContext, 'today' | 'names'> {
  pictures?: PictureReader
}
