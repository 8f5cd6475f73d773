/**
 * What the engines of config/phone/targets.json lack, from MDN's browser compatibility data: built-ins of the language, web
 * interfaces and CSS.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export const TARGETS = JSON.parse(readFileSync(new URL('./targets.json', import.meta.url), 'utf8'))

/** MDN's data, 19 MB: read when first asked for. */
let data
export const mdn = () => (data ??= createRequire(import.meta.url)('@mdn/browser-compat-data'))

const partsOf = version => version.replace('≤', '').split('.').map(Number)

/** Compares versions such as `13.4` and `70` by their first two parts. */
function isAtMost(version, limit) {
  const [one, other] = [partsOf(version), partsOf(limit)]
  const at = [0, 1].find(place => (one[place] ?? 0) !== (other[place] ?? 0))
  return at === undefined || (one[at] ?? 0) < (other[at] ?? 0)
}

/** True if one statement of support holds for a version: without a flag, under the name itself. */
function holds(
  { version_added: added, version_removed: removed, flags, prefix, alternative_name: alias },
  version,
) {
  if (flags || alias || prefix) return false
  if (typeof added !== 'string' || added === 'preview' || !isAtMost(added, version)) return false
  return typeof removed !== 'string' || !isAtMost(removed, version)
}

/** True if every engine has what a node of MDN's data describes; an engine that MDN says nothing of has it. */
export function isSupported(node, engines) {
  const support = node?.__compat?.support ?? {}
  return Object.entries(engines)
    .filter(([engine]) => support[engine] !== undefined)
    .every(([engine, version]) => [support[engine]].flat().some(statement => holds(statement, version)))
}

const lacking = engines => node => node?.__compat !== undefined && !isSupported(node, engines)
const membersOf = node =>
  Object.entries(node ?? {}).filter(([name]) => name !== '__compat' && /^[a-zA-Z]\w*$/.test(name))

/** Built-ins whose newer members, unknown to this Node, are functions of the constructor. */
const STATIC_OWNERS = new Set(['Error', 'JSON', 'Math', 'Object', 'Promise', 'Reflect', 'RegExp', 'Symbol'])

/** True if a member of a built-in is a member of its instances. */
function isOnInstances(owner, name) {
  const constructor = globalThis[owner]
  if (constructor !== undefined && name in Object(constructor)) return false
  const prototype = constructor?.prototype
  return (prototype != null && name in prototype) || !STATIC_OWNERS.has(owner)
}

/** Members of the language's built-ins or of web interfaces: `{ owner, name, isStatic, isMissing, isOwnerMissing }`. */
function membersBelow(tree, isStatic, lacks) {
  return membersOf(tree).flatMap(([owner, ownerNode]) =>
    membersOf(ownerNode).map(([key, node]) => ({
      owner,
      name: key.replace(/_static$/, ''),
      isStatic: isStatic(owner, key),
      isMissing: lacks(node),
      isOwnerMissing: lacks(ownerNode),
    })),
  )
}

/** Methods that no owner of the engine has: name → `Array.prototype.at`. */
function missingMethods(members, had) {
  const found = members.filter(
    one => !one.isStatic && one.isMissing && !one.isOwnerMissing && !had.has(one.name),
  )
  return found.map(({ owner, name }) => [name, `${owner}.prototype.${name}`])
}

const namesHad = members =>
  new Set(members.filter(one => !one.isStatic && !one.isMissing && !one.isOwnerMissing).map(one => one.name))

/** Built-ins of the language that these engines lack: globals, and members as `[owner, name, isStatic]`. */
export function missingBuiltins(engines) {
  const { builtins } = mdn().javascript
  const lacks = lacking(engines)
  const members = membersBelow(builtins, (owner, name) => !isOnInstances(owner, name), lacks)
  return {
    globals: membersOf(builtins).flatMap(([name, node]) => (lacks(node) ? [name] : [])),
    members: members.filter(one => one.isMissing).map(({ owner, name, isStatic }) => [owner, name, isStatic]),
  }
}

/**
 * Names that these engines lack: `globals` (`AggregateError`, `structuredClone`), `statics` (`Object.hasOwn`), `methods`
 * (`at` → `Array.prototype.at`): those that no built-in of theirs has, and with `web` no interface. Without `web` there is the
 * bare language only.
 */
export function missingNames(engines, { web }) {
  const { javascript, api } = mdn()
  const lacks = lacking(engines)
  const language = membersBelow(javascript.builtins, (owner, name) => !isOnInstances(owner, name), lacks)
  const interfaces = membersBelow(api, (_owner, key) => key.endsWith('_static'), lacks)
  const scopes = [javascript.builtins, api, api.Window, api.WorkerGlobalScope, api._globals]
  const globals = scopes.flatMap(membersOf).filter(([, node]) => lacks(node))
  const ofWeb = web
    ? []
    : [api, api.Window].flatMap(membersOf).filter(([name]) => !(name in javascript.builtins))
  const statics = [...language, ...interfaces].filter(
    one => one.isStatic && one.isMissing && !one.isOwnerMissing,
  )
  const had = namesHad(language)
  const webMethods = web ? missingMethods(interfaces, new Set([...had, ...namesHad(interfaces)])) : []
  return {
    globals: new Set([...globals, ...ofWeb].map(([name]) => name)),
    statics: new Set(statics.map(({ owner, name }) => `${owner}.${name}`)),
    methods: new Map([...webMethods, ...missingMethods(language, had)]),
  }
}
