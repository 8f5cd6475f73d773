/** The few words of a test file, `describe`, `test` and the hooks, read into a flat list of tests that can be run one by one. */

const HOOKS = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll']
const newGroup = (name, parent) => ({ name, parent, ...Object.fromEntries(HOOKS.map(hook => [hook, []])) })

/** From the outermost group to this one. */
const pathOf = group => (group ? [...pathOf(group.parent), group] : [])

/** Puts the words into the global scope; `collect(work)` gives the tests that `work` declares. */
export function makeSuite({ bind, expect }) {
  let group = newGroup('', null)
  let tests = []

  const test = (name, work) => tests.push({ name, work, group })
  const describe = (name, work) => {
    group = newGroup(name, group)
    work()
    group = group.parent
  }
  for (const word of [test, describe]) word.each = bind(word)
  const hooks = Object.fromEntries(HOOKS.map(hook => [hook, work => void group[hook].push(work)]))
  Object.assign(globalThis, { test, it: test, describe, expect, ...hooks })

  return function collect(work) {
    group = newGroup('', null)
    tests = []
    work()
    return tests.map(one => ({
      ...one,
      title: [...pathOf(one.group).map(({ name }) => name), one.name].join(' ').trim(),
    }))
  }
}

const inOrder = async hooks => {
  for (const hook of hooks) await hook()
}

/**
 * One test with its hooks; `beforeAll` goes before every single one, `afterAll`, which sums up a file, is left out.
 * @throws what the test throws
 */
export async function runTest({ work, group }) {
  const groups = pathOf(group)
  const inner = [...groups].reverse()
  await inOrder(groups.flatMap(one => one.beforeAll))
  await inOrder(groups.flatMap(one => one.beforeEach))
  try {
    await work()
  } finally {
    await inOrder(inner.flatMap(one => one.afterEach))
  }
}
