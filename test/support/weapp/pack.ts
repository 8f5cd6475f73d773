import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { BUILTIN_TEMPLATES, RENAMED } from './runtime/builtins/templates'
import { wechatFunctions } from './phoneFacts'
import type { AppConfig, ComponentConfig, WeappBundle } from './types'

/** Where the templates of the built-in components live, next to those of the app. */
const BUILTIN_ROOT = '__builtin'
const BUILTIN_TAG = new RegExp(`<(/?)(${RENAMED.join('|')})(?=[\\s>/])`, 'g')
const IMAGE_TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** All files below `root`, as POSIX paths relative to it. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

/** A style sheet with its imports put in and `rpx` made a length that a browser knows. */
function resolveStyles(root: string, file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return ''
  seen.add(file)
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g, (_all, target: string) => {
      const imported = target.startsWith('/')
        ? target.slice(1)
        : path.posix.join(path.posix.dirname(file), target)
      return resolveStyles(root, imported, seen)
    })
    .replace(/(-?\d*\.?\d+)rpx/g, (_all, length: string) => `calc(${length} * var(--rpx))`)
}

/** Compile all templates and `.wxs` scripts in one group, as WeChat does; returns source and problems. */
function compileTemplates(root: string, files: string[]) {
  const group = new TmplGroup()
  const problems: string[] = []
  const templatePaths: string[] = []
  const add = (id: string, source: string) => {
    templatePaths.push(id)
    for (const problem of group.addTmpl(id, source)) problems.push(`${id}.wxml: ${JSON.stringify(problem)}`)
  }
  for (const file of files) {
    const read = () => readFileSync(path.join(root, file), 'utf8')
    if (file.endsWith('.wxml')) add(file.slice(0, -'.wxml'.length), read().replace(BUILTIN_TAG, '<$1mp-$2'))
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), read())
  }
  for (const [tag, source] of Object.entries(BUILTIN_TEMPLATES)) add(`${BUILTIN_ROOT}/${tag}`, source)
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { templates, templatePaths, problems }
}

/** One build is packed once in a process. */
const packed = new Map<string, WeappBundle>()

/**
 * Turn a weapp build folder into one piece of data that the runtime can boot.
 * @throws when the folder is not a weapp build (no app.json)
 */
export function packWeapp(root: string): WeappBundle {
  const bundle = packed.get(root) ?? readWeapp(root)
  packed.set(root, bundle)
  return bundle
}

function readWeapp(root: string): WeappBundle {
  const files = listFiles(root)
  const select = <T>(extension: string, read: (file: string) => T): Record<string, T> =>
    Object.fromEntries(
      files
        .filter(file => file.endsWith(extension))
        .map(file => [file.slice(0, -extension.length), read(file)]),
    )
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const images = files.filter(file => path.extname(file) in IMAGE_TYPES)
  const dataUrl = (file: string) =>
    `data:${IMAGE_TYPES[path.extname(file)]};base64,${readFileSync(path.join(root, file), 'base64')}`
  return {
    app: JSON.parse(text('app.json')) as AppConfig,
    ...compileTemplates(root, files),
    configs: select('.json', file => JSON.parse(text(file)) as ComponentConfig),
    scripts: select('.js', text),
    styles: select('.wxss', file => resolveStyles(root, file)),
    assets: Object.fromEntries(images.map(file => [`/${file}`, dataUrl(file)])),
    functions: wechatFunctions(),
  }
}
