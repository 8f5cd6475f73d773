import { StringDecoder } from 'node:string_decoder'
import { type SaxesTagPlain, SaxesParser } from 'saxes'
import { DocumentError } from '../documentError'

/** Callbacks for the events of an XML part; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/** Thrown by a handler to stop reading early without an error. */
class StopReading extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function parserFor(handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw new DocumentError('unreadable', '文件已损坏，内容读不出来，请重新保存后再上传')
  })
  parser.on('doctype', () => {
    throw new DocumentError('unreadable', '文件里有不允许的内容（DOCTYPE），已停止读取')
  })
  if (handler.open) {
    parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.(localName(tag.name), tag.attributes))
  }
  if (handler.close) parser.on('closetag', (tag: SaxesTagPlain) => handler.close?.(localName(tag.name)))
  if (handler.text) {
    parser.on('text', text => handler.text?.(text))
    parser.on('cdata', text => handler.text?.(text))
  }
  return parser
}

/** Reads a whole XML text. @throws DocumentError `unreadable` */
export function readXml(text: string, handler: XmlHandler): void {
  const parser = parserFor(handler)
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof StopReading)) throw error
  }
}

/**
 * Reads an XML part chunk by chunk; only the current chunk is in memory.
 * @throws DocumentError
 */
export async function readXmlPieces(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const parser = parserFor(handler)
  const decoder = new StringDecoder('utf8')
  try {
    for await (const piece of pieces) parser.write(decoder.write(piece))
    parser.write(decoder.end()).close()
  } catch (error) {
    if (!(error instanceof StopReading)) throw error
  }
}
