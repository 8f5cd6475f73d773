import { openSheet, points, type Sheet } from '../../../server/documents/print/page'

/** Real paper whose pen is watched. */

type Call = [word: string, ...args: unknown[]]

const WATCHED = ['text', 'rect', 'roundedRect', 'path', 'font', 'fontSize', 'fillColor', 'fill', 'stroke', 'dash', 'addPage', 'switchToPage', 'goTo', 'addNamedDestination'] // prettier-ignore

export function paper(): {
  sheet: Sheet
  calls: Call[]
  texts: () => {
    text: string
    x: number
    y: number
    width: number
    align: string
    page: number
    size: number
  }[]
} {
  const sheet = openSheet({
    title: 't',
    author: 'a',
    paper: { size: 'A4', layout: 'portrait', body: 10, title: 24 },
    footer: '',
    date: new Date('2026-01-01T00:00:00Z'),
    blocks: [],
  })
  const calls: Call[] = []
  const texts: ReturnType<ReturnType<typeof paper>['texts']> = []
  let page = 0
  let size = 0
  const doc = sheet.doc as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const word of WATCHED) {
    const own = doc[word]!.bind(doc)
    doc[word] = (...args) => {
      calls.push([word, ...args])
      if (word === 'addPage') page += 1
      if (word === 'switchToPage') page = Number(args[0])
      if (word === 'fontSize') size = Number(args[0])
      if (word === 'text') {
        const [text, x, y, { width, align }] = args as [
          string,
          number,
          number,
          { width: number; align: string },
        ]
        texts.push({ text, x, y, width, align, page, size })
      }
      return own(...args)
    }
  }
  return { sheet, calls, texts: () => texts }
}

export const MARGIN = points(16)

export const of = (calls: Call[], word: string) =>
  calls.filter(([one]) => one === word).map(([, ...args]) => args)
