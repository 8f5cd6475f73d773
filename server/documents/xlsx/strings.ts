import { readXmlPieces } from '../archive/xmlEvents'
import type { ZipArchive } from '../archive/zipArchive'

/** Collects the text of `<si>` or `<is>`: joins runs, skips phonetic hints. */
export class RichText {
  private text = ''
  private inText = false
  private inPhonetic = false

  open(name: string): void {
    if (name === 't') this.inText = true
    else if (name === 'rPh') this.inPhonetic = true
  }

  close(name: string): void {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inPhonetic = false
  }

  add(text: string): void {
    if (this.inText && !this.inPhonetic) this.text += text
  }

  take(): string {
    const { text } = this
    this.text = ''
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
  }
}

/** Reads the shared strings of a workbook, in order. */
export async function readSharedStrings(zip: ZipArchive, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  const rich = new RichText()
  await readXmlPieces(zip.pieces(part), {
    open: name => rich.open(name),
    text: text => rich.add(text),
    close(name) {
      rich.close(name)
      if (name === 'si') strings.push(rich.take())
    },
  })
  return strings
}
