/**
 * Reads the tags of PDFs: `readTags.mjs OUT FILE…` writes OUT, JSON with one entry per file; ES modules only, so a program of its
 * own.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const [out, ...files] = process.argv.slice(2)

/** Texts by id of the marked content; `artifacts` in order, and what no mark surrounds. */
function marksOf(items) {
  const marks = { byId: {}, artifacts: [], loose: [] }
  const open = []
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') {
      open.push({ tag: item.tag, id: item.id })
      if (item.id) marks.byId[item.id] ??= ''
      if (item.tag === 'Artifact') marks.artifacts.push('')
    } else if (item.type === 'endMarkedContent') open.pop()
    else {
      const mark = open.at(-1)
      if (mark?.id) marks.byId[mark.id] += item.str
      else if (mark?.tag === 'Artifact') marks.artifacts[marks.artifacts.length - 1] += item.str
      else if (item.str.trim()) marks.loose.push(item.str)
    }
  }
  return marks
}

/** Leaves of the tree in reading order, with the roles above them. */
function leavesOf(node, above, byId, seen) {
  const path = node.role ? [...above, node.role] : above
  return (node.children ?? []).flatMap(child => {
    if (child.type !== 'content') return leavesOf(child, path, byId, seen)
    seen.add(child.id)
    return [{ path: path.join('/'), alt: node.alt ?? null, text: byId[child.id] ?? '' }]
  })
}

async function read(file) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items, lang } = await page.getTextContent({ includeMarkedContent: true })
    const { byId, artifacts, loose } = marksOf(items)
    const seen = new Set()
    const leaves = leavesOf(await page.getStructTree(), [], byId, seen)
    const unread = Object.keys(byId).filter(id => !seen.has(id))
    pages.push({ leaves, artifacts, loose, unread, lang })
  }
  const { info, metadata } = await document.getMetadata()
  const marked = await document.getMarkInfo()
  await document.destroy()
  return {
    pages,
    title: info.Title,
    language: info.Language,
    marked: marked?.Marked ?? false,
    xmp: metadata?.getRaw() ?? '',
  }
}

const read_ = []
for (const file of files) read_.push(await read(file))
writeFileSync(out, JSON.stringify(read_))
