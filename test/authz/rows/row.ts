import type { Person, storyOf } from '../../support/api/world'

export type Story = ReturnType<typeof storyOf>

/** One line of the matrix: a request in a situation, and who alone may do it. */
export interface Row {
  /** Method and path as the route declares them. */
  route: string
  /** Whose, and in which state. */
  situation: string
  /** People who may; everybody else who is logged in gets 403, everybody who is not gets 401. */
  allowed: readonly Person[]
  /** Those of them whom the audit log does not name: it would show who objected, or who urged, without a name. */
  unnamed?: readonly Person[]
  /** Not even that it exists is shown: everybody else gets 404, as for what there is not. */
  hidden?: true
  /** Sets the situation up again and returns the request. */
  prepare(story: Story): Promise<{
    path: string
    body?: unknown
    file?: { name: string; text: string; fields?: Record<string, string> }
  }>
}

/** A row that anybody may ask for, logged in or not. */
export type PublicRow = Omit<Row, 'allowed'>

/** A request that needs no situation. */
export const at =
  (path: string): Row['prepare'] =>
  async () => ({ path })
