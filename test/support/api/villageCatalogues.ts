import type { AlignmentPage, LinkDecision } from '../../../shared/contract/catalogues/alignment'
import type {
  VillageCatalogue,
  VillageCatalogueDiff,
} from '../../../shared/contract/catalogues/villageCatalogue'
import type { TestServer } from './testServer'
import { ITEMS, type Person, tokenOf } from './world'

const REASON = '村里没有这类事项'

/** Calls of a village's list and of its alignment; each throws when the server refuses, so that a test reads as a story. */
export function listStoryOf(server: TestServer) {
  async function done<Body>(person: Person, method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await server.ask<Body>(method, path, { token: tokenOf(server, person), body })
    if (answer.status >= 400) throw new Error(`${person} ${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  const at = (code: string) => `/orgs/${code}/village-catalogue`
  const read = (person: Person = 'editor', code = 'V1') => done<VillageCatalogue>(person, 'GET', at(code))
  const adopt = async (keys: string[] = [ITEMS.finance.key]) =>
    done<VillageCatalogue>('editor', 'POST', `${at('V1')}/adopt`, { version: (await read()).version, keys })
  const add = async (name: string, more: object = {}) =>
    done<VillageCatalogue>('editor', 'POST', `${at('V1')}/items`, {
      version: (await read()).version,
      area: '村务公开',
      path: [name],
      elements: [],
      deadline: null,
      ...more,
    })
  const diff = (person: Person = 'head') => done<VillageCatalogueDiff>(person, 'GET', `${at('V1')}/diff`)
  /** Activates the list; what it leaves out gets a reason where it has none. */
  const activate = async (person: Person = 'head') => {
    const { version, leftOut } = await diff(person)
    const reasons = leftOut
      .filter(({ reason }) => reason === null)
      .map(({ key }) => ({ key, reason: REASON }))
    return done<VillageCatalogue>(person, 'POST', `${at('V1')}/activate`, { version, reasons })
  }
  const alignment = (person: Person = 'clerk') =>
    done<AlignmentPage>(person, 'GET', '/orgs/ST1/alignment?village=V1')
  const decide = (decisions: LinkDecision[], person: Person = 'clerk') =>
    done<AlignmentPage>(person, 'POST', '/orgs/ST1/links', { village: 'V1', decisions })

  /** A list in force: 财务收支 adopted, and lines of the village's own by name; gives the keys of these. */
  async function listInForce(...names: string[]): Promise<string[]> {
    await adopt()
    for (const name of names) await add(name)
    const { items: lines } = await activate()
    return names.map(name => lines.find(line => line.path[0] === name)!.key)
  }

  return { done, read, adopt, add, diff, activate, alignment, decide, listInForce }
}

/** A decision on a link that was not there before. */
export const confirmSame = (
  villageKey: string,
  itemKey: string,
  more: Partial<LinkDecision> = {},
): LinkDecision => ({
  villageKey,
  itemKey,
  decision: 'confirm',
  relation: 'same',
  seen: 0,
  ...more,
})
