/** What the engines of a build, and WeChat's compiler of styles, do not know in an emitted style sheet. */
import { createRequire } from 'node:module'
import postcss from 'postcss'
import { isSupported, mdn, TARGETS } from './compat.mjs'

const selectorParser = createRequire(import.meta.url)('postcss-selector-parser')

/** Kinds of selectors that WeChat refuses or does not match. */
const REFUSED_KINDS = { attribute: '属性选择器', universal: '通配选择器 *', nesting: '嵌套选择器 &' }
const REFUSED_PSEUDOS = new Set([':is', ':where', ':has', ':host', ':not'])
const COMBINATORS = new Set([' ', '>', '+', '~'])
const IGNORED_BLOCKS = new Set(['supports', 'keyframes', 'page'])

/** True if a node is in a block that is skipped by engines which lack it, or is no rule of the page. */
function isSetApart(node) {
  for (let at = node.parent; at?.type === 'atrule'; at = at.parent) {
    if (IGNORED_BLOCKS.has(at.name) || (at.name === 'media' && at.params === 'print')) return true
  }
  return node.parent?.parent?.type === 'atrule' && node.type === 'decl' ? isSetApart(node.parent) : false
}

function selectorFaults(selector, type) {
  const { engines } = TARGETS[type]
  const faults = []
  selectorParser(root =>
    root.walk(node => {
      if (node.type === 'pseudo') {
        const known = mdn().css.selectors[node.value.replace(/^::?/, '')]
        const isRefused = type === 'weapp' && REFUSED_PSEUDOS.has(node.value)
        if (isRefused || !known || !isSupported(known, engines)) faults.push(`选择器 ${node.value}`)
      } else if (type === 'weapp' && node.type in REFUSED_KINDS) {
        faults.push(`${REFUSED_KINDS[node.type]} ${String(node).trim()}`)
      } else if (type === 'weapp' && node.type === 'combinator') {
        const sign = node.value.trim() || ' '
        if (!COMBINATORS.has(sign)) faults.push(`选择器 ${sign}`)
      }
    }),
  ).processSync(selector)
  return faults
}

/** True if a rule lays its children out by flex, as far as the rule itself says. */
const isFlex = rule => rule.some?.(node => node.prop === 'display' && /flex/.test(node.value)) ?? false

function declarationFaults({ prop, value, parent }, type) {
  const { engines, units } = TARGETS[type]
  const { properties, types } = mdn().css
  const faults = []
  if (!prop.startsWith('-')) {
    const known = properties[prop]
    const hasTwin = parent.some(({ prop: other = '' }) => /^-\w+-/.test(other) && other.endsWith(`-${prop}`))
    if (!hasTwin && (!known || !isSupported(known, engines))) return [`属性 ${prop}`]
    if (!hasTwin && known?.[value]?.__compat && !isSupported(known[value], engines))
      faults.push(`${prop}: ${value}`)
    if (prop === 'gap' && isFlex(parent) && !isSupported(known.flex_context, engines))
      faults.push('gap（flex）')
  }
  const plain = value.replace(/#[\da-f]+\b|"[^"]*"|'[^']*'|url\([^)]*\)|--[\w-]+/gi, '')
  for (const [, unit] of plain.matchAll(/(?<![\w-])[\d.]+([a-z]+)\b/gi)) {
    if (!units.includes(unit)) faults.push(`单位 ${unit}`)
  }
  for (const [, name] of plain.matchAll(/([a-z-]+)\(/gi)) {
    if (types[name] && !isSupported(types[name], engines)) faults.push(`函数 ${name}()`)
  }
  return faults
}

/**
 * @param type `weapp` or `h5`
 * @returns `{ name, place }` of everything in a style sheet that is not known there
 */
export function styleFaults(css, type) {
  const faults = []
  const note = (names, node) => {
    const { line, column } = node.source.start
    for (const name of names) faults.push({ name, place: `${line}:${column}` })
  }
  postcss.parse(css).walk(node => {
    if (isSetApart(node)) return
    if (node.type === 'rule') note(selectorFaults(node.selector, type), node)
    if (node.type === 'decl') note(declarationFaults(node, type), node)
    if (node.type === 'atrule') {
      const known = mdn().css['at-rules'][node.name]
      if (!known || !isSupported(known, TARGETS[type].engines)) note([`@${node.name}`], node)
    }
  })
  return faults
}
