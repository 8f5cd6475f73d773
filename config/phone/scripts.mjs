/** What the engines of a build cannot parse or do not have in an emitted script. */
import { parse } from 'acorn'
import { RegExpValidator } from '@eslint-community/regexpp'
import { missingNames, TARGETS } from './compat.mjs'

/** Look-behind, named groups and Unicode properties, in texts that may become regular expressions while the app runs. */
const NEWER_PATTERN = /\(\?<[=!\w]|\\[pP]\{/
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self', 'global'])

const missing = new Map()

/** Names that the engines of a build lack. */
function missingOf(type) {
  if (!missing.has(type)) {
    const { engines, globals = [] } = TARGETS[type]
    const names = missingNames(engines, { web: type === 'h5' })
    globals.forEach(name => names.globals.delete(name))
    missing.set(type, names)
  }
  return missing.get(type)
}

/** Every node below this one with its ancestors, the nearest last; itself included. */
function* nodesBelow(root) {
  const open = [[root, []]]
  while (open.length > 0) {
    const [node, ancestors] = open.pop()
    yield [node, ancestors]
    const inner = [...ancestors, node]
    for (const part of Object.values(node).flat())
      if (typeof part?.type === 'string') open.push([part, inner])
  }
}

/** The text that a node writes out, or null. */
function textOf(node) {
  if (node?.type === 'TemplateElement') return node.value.cooked ?? ''
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null
}

/** Faults of a text that may become a pattern, and of a call of RegExp whose pattern or flags are written out. */
function patternFault(node) {
  const text = textOf(node)
  if (text !== null && NEWER_PATTERN.test(text)) return `正则 ${text.slice(0, 60)}`
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
  if (!isCall || node.callee.name !== 'RegExp') return null
  const [pattern, flags] = node.arguments.map(textOf)
  const validator = new RegExpValidator({ ecmaVersion: TARGETS.ecmaVersion })
  try {
    if (typeof flags === 'string') validator.validateFlags(flags)
    if (typeof pattern === 'string')
      validator.validatePattern(pattern, 0, pattern.length, (flags ?? '').includes('u'))
  } catch {
    return `正则 RegExp(${JSON.stringify(pattern ?? '…')}, "${flags ?? ''}")`
  }
  return null
}

/** Names that a pattern of a declaration binds. */
function boundNames(target) {
  if (!target) return []
  if (target.type === 'Identifier') return [target.name]
  const inner = target.properties ?? target.elements ?? [target.value ?? target.left ?? target.argument]
  return inner.flatMap(boundNames)
}

/** Names that a script declares anywhere: no globals there. */
function declaredNames(nodes) {
  const names = nodes.flatMap(([{ type, id, params = [], param }]) => {
    const isDeclaration = type === 'VariableDeclarator' || /^(Function|Class)/.test(type)
    return [...(isDeclaration ? [id] : []), ...params, ...(type === 'CatchClause' ? [param] : [])].flatMap(
      boundNames,
    )
  })
  return new Set(names)
}

/** True if a test such as `typeof X === 'function'` around the node asks for what the node needs. */
function isGuarded(source, ancestors) {
  const tests = ancestors.flatMap(({ type, test, left }) =>
    type === 'LogicalExpression'
      ? [left]
      : type === 'ConditionalExpression' || type === 'IfStatement'
        ? [test]
        : [],
  )
  return tests.some(test =>
    [...nodesBelow(test)].some(([node]) => node.operator === 'typeof' && source(node.argument)),
  )
}

/** True if an identifier is read as a variable, not as a name after a dot or before a colon, nor asked for by typeof. */
function isVariable(node, parent) {
  if (parent.type === 'MemberExpression' || parent.type === 'MethodDefinition')
    return parent.computed || parent.object === node
  if (parent.type === 'Property') return parent.value === node
  return !(parent.type === 'UnaryExpression' && parent.operator === 'typeof')
}

const isNamed = node => node?.type === 'MemberExpression' && !node.computed

/** `X.prototype.name`, with any X. */
const isOfPrototype = node =>
  isNamed(node) && isNamed(node.object) && node.object.property.name === 'prototype'

/** The member of a built-in that a node asks for and the engines lack, or null. */
function missingMember(node, parent, { globals, statics, methods }) {
  const { object, property } = node
  if (object.type === 'Identifier' && GLOBAL_OBJECTS.has(object.name) && globals.has(property.name))
    return property.name
  if (statics.has(`${object.name}.${property.name}`)) return `${object.name}.${property.name}`
  const isCalled = parent?.type === 'CallExpression' && parent.callee === node
  return isCalled || isOfPrototype(node) ? (methods.get(property.name) ?? null) : null
}

/** The built-in that a node asks for without a test and that the engines lack, or null. */
function missingAt(node, ancestors, missing, declared) {
  const parent = ancestors[ancestors.length - 1]
  if (isNamed(node)) {
    const name = missingMember(node, parent, missing)
    const isSame = asked => (isNamed(asked) ? asked.property.name : asked.name) === node.property.name
    return name !== null && !isGuarded(isSame, ancestors) ? name : null
  }
  if (node.type !== 'Identifier' || !missing.globals.has(node.name) || declared.has(node.name)) return null
  return isVariable(node, parent) && !isGuarded(asked => asked.name === node.name, ancestors)
    ? node.name
    : null
}

/** Names of properties that a script writes: handlers of templates are among them. */
export function propertyNames(code) {
  const nodes = nodesBelow(parse(code, { ecmaVersion: TARGETS.ecmaVersion, sourceType: 'script' }))
  const names = new Set()
  for (const [node] of nodes) {
    if (node.type === 'Property' || node.type === 'MethodDefinition')
      names.add(node.key.name ?? node.key.value)
    if (node.type === 'AssignmentExpression' && isNamed(node.left)) names.add(node.left.property.name)
  }
  return names
}

/**
 * @param type `weapp` or `h5`
 * @returns `{ name, place }` of everything in a script that an engine of this build cannot parse or does not have
 */
export function scriptFaults(code, type) {
  let program
  try {
    program = parse(code, {
      ecmaVersion: TARGETS.ecmaVersion,
      sourceType: 'script',
      locations: true,
      allowHashBang: false,
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { line, column } = error.loc
    return [{ name: `语法 ${error.message}`, place: `${line}:${column}` }]
  }
  const nodes = [...nodesBelow(program)]
  const declared = declaredNames(nodes)
  return nodes.flatMap(([node, ancestors]) => {
    const name = patternFault(node) ?? missingAt(node, ancestors, missingOf(type), declared)
    return name === null ? [] : [{ name, place: `${node.loc.start.line}:${node.loc.start.column}` }]
  })
}
