import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { below, parseXml } from '../archive/xmlTree'

type Parts = Record<string, Uint8Array>

/**
 * Repacks an office file with the parts that its pages need: without the properties that name author, company and last
 * editor, without parts that nothing refers to, and without data that no page shows.
 */
export function withoutProperties(bytes: Buffer): Buffer {
  const parts = unzipSync(bytes)
  const kept = keptParts(parts)
  const packed = Object.entries(parts)
    .filter(([name]) => kept.has(name))
    .map(([name, part]): [string, Uint8Array] => [name, rewritten(name, part, kept)])
  return Buffer.from(zipSync(Object.fromEntries(packed), { level: 6, mtime: PACKED_AT }))
}

const PROPERTIES = /^docProps\//
const CONTENT_TYPES = '[Content_Types].xml'
const RELATIONS = /(?:^|\/)_rels\/[^/]*\.rels$/
const ROOT_RELATIONS = '_rels/.rels'
/** Data that no page shows: forms' data, preview pictures, printers, names of co-authors. */
const UNSHOWN = /^customXml\/|^docProps\/thumbnail|printerSettings|\/persons?\/|\/people\.xml$|^\[trash\]/i
const UNSHOWN_SETTINGS = /<(\w+:)?(docVars|attachedSchema|mailMerge)\b(?:[^>]*\/>|[^]*?<\/\1\2>)/g

/** Fixed timestamp: the same content gives the same bytes. */
const PACKED_AT = new Date('2000-01-01T00:00:00Z')

/** Returns the part that a relation refers to, from the part it belongs to. */
function targetOf(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of [...from.split('/').slice(0, -1), ...target.split('/')]) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}

const relationsOf = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels')
const ownerOf = (relations: string): string => relations.replace(/_rels\/([^/]*)\.rels$/, '$1')

const relationsIn = (parts: Parts, name: string): Readonly<Record<string, string>>[] => {
  const part = parts[name]
  return part ? [...below(parseXml(strFromU8(part)), 'Relationship')].map(({ attributes }) => attributes) : []
}

/** Follows the relations from the root; a file without a root keeps all of its parts. */
function keptParts(parts: Parts): Set<string> {
  const shown = Object.keys(parts).filter(name => !UNSHOWN.test(name))
  if (!parts[ROOT_RELATIONS]) return new Set(shown)
  const kept = new Set([CONTENT_TYPES, ROOT_RELATIONS])
  const rest = ['']
  for (let owner = rest.pop(); owner !== undefined; owner = rest.pop()) {
    const relations = relationsOf(owner)
    kept.add(relations)
    for (const { Target: target = '' } of relationsIn(parts, relations)) {
      const name = targetOf(owner, target)
      if (!parts[name] || kept.has(name) || UNSHOWN.test(name)) continue
      kept.add(name)
      rest.push(name)
    }
  }
  return kept
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const element = (name: string, attributes: Readonly<Record<string, string>>): string =>
  `<${name}${Object.entries(attributes)
    .filter(([key]) => key !== 'xmlns')
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}/>`

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Writes the relations whose parts are still there. */
function keptRelations(name: string, part: Uint8Array, kept: ReadonlySet<string>): Uint8Array {
  const owner = ownerOf(name)
  const all = [...below(parseXml(strFromU8(part)), 'Relationship')].map(({ attributes }) => attributes)
  const rows = all.filter(
    ({ Target: target = '', TargetMode: mode }) => mode === 'External' || kept.has(targetOf(owner, target)),
  )
  const body = rows.map(row => element('Relationship', row)).join('')
  return strToU8(`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${body}</Relationships>`)
}

function keptTypes(part: Uint8Array, kept: ReadonlySet<string>): Uint8Array {
  const root = parseXml(strFromU8(part))
  const defaults = [...below(root, 'Default')].map(({ attributes }) => element('Default', attributes))
  const overrides = [...below(root, 'Override')]
    .filter(({ attributes }) => kept.has((attributes['PartName'] ?? '').replace(/^\//, '')))
    .map(({ attributes }) => element('Override', attributes))
  return strToU8(
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">${[...defaults, ...overrides].join('')}</Types>`,
  )
}

function rewritten(name: string, part: Uint8Array, kept: ReadonlySet<string>): Uint8Array {
  if (PROPERTIES.test(name)) return emptied(name)
  if (name === CONTENT_TYPES) return keptTypes(part, kept)
  if (RELATIONS.test(name)) return keptRelations(name, part, kept)
  return name === 'word/settings.xml' ? strToU8(strFromU8(part).replace(UNSHOWN_SETTINGS, '')) : part
}

function emptied(name: string): Uint8Array {
  if (name.endsWith('core.xml')) return EMPTY_CORE
  return name.endsWith('custom.xml') ? EMPTY_CUSTOM : name.endsWith('.xml') ? EMPTY_APP : new Uint8Array()
}

const EMPTY_CORE = strToU8(`${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"/>`)

const EMPTY_APP = strToU8(
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
)

const EMPTY_CUSTOM = strToU8(
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
)
