import { flatMap } from '@shared/common/lists'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import type { Household, OwnLine } from '@shared/contract/reading/household'
import type { NoticePage } from '@shared/contract/reading/site'
import { api } from '../../../api/client'
import { IN_WORK, useResource } from '../../../hooks/useResource'
import { useMe } from '../../../state/session'
import { ownRows } from './ownRows'

export interface Own {
  /** The reader's lines of this list; empty if there are none or nobody is logged in. */
  lines: OwnLine[]
  /** Ids of their rows. */
  rows: string[]
  /** The notice is a list that may contain the reader, but nobody is logged in. */
  asked: boolean
}

const isList = (blocks: readonly PresentedBlock[]): boolean =>
  blocks.some(block => block.kind === 'table' && block.columns.some(({ id }) => id === 'scheme'))

/** Fetches what a list says of the reader's own household 您家; others never see it. */
export function useOwnLines({ notice, presented }: NoticePage): Own {
  const me = useMe()
  const list = isList(presented.blocks)
  const page = useResource<Household>(
    me && list ? `household:${me.id}` : null,
    () => api('GET /me/household'),
    IN_WORK,
  )
  const lines = flatMap(page.data?.people ?? [], person =>
    person.lines.filter(({ noticeId }) => noticeId === notice.id),
  )
  return { lines, rows: ownRows(presented.blocks, lines), asked: list && !me }
}
