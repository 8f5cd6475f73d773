import { basename } from 'node:path'
import { InputError, readArguments, UsageError } from '../../command'
import { readInput } from '../../io'
import { parseCatalogueFile } from '../../../documents/catalogue'
import { DocumentError } from '@server/documents/documentError'
import { seenKindOf } from '@server/documents/fileKind'
import { picturesOfPdf } from '@server/documents/pdf/readPdf'
import { openPictures } from '@server/platform/worker/ocr/pictures'
import { seePages, type SeenPages } from '@server/platform/worker/seePages'
import { IMPORT_LIMITS } from '@server/documents/limits'

/** Reads the pages of a picture or a scanned document where the model is there; null for other files. */
async function seenPages(bytes: Buffer): Promise<SeenPages | null> {
  if (!seenKindOf(bytes)) return null
  const pictures = openPictures()
  if ('missing' in pictures) {
    process.stderr.write(`${pictures.missing}\n`)
    return null
  }
  try {
    return await seePages(bytes, pictures.read, picturesOfPdf)
  } finally {
    pictures.close()
  }
}

/** Runs `catalogue parse FILE [--sheet NAME]` → ParsedCatalogue. */
export async function run(args: string[]): Promise<unknown> {
  const { values, positionals } = readArguments(args, { sheet: { type: 'string' } })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new UsageError('请给出一个文件')
  const bytes = await readInput(path, IMPORT_LIMITS.fileBytes)
  try {
    const seen = await seenPages(bytes)
    return await parseCatalogueFile({ file: basename(path), bytes, sheet: values.sheet, ...seen })
  } catch (error) {
    if (error instanceof DocumentError) throw new InputError(error.code, error.message, error.details)
    throw error
  }
}
