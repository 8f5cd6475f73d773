import { channelPlan } from '../plan'
import { hasNames } from '@shared/presentation/fold'
import { presentationOf } from '@shared/presentation/version'
import type { ChannelProof, PlannedChannel } from '@shared/contract/reading/channelProof'
import { isVillage } from '@shared/common/orgKinds'
import type { ChannelProofRow } from '../models/channelProofs'
import { type PresentedNotice, isOver } from '@server/disclosure/publications'
import type { OrgRow } from '@server/people/orgs'

type Shown = Pick<PresentedNotice['publication'], 'content' | 'presentation' | 'publicity' | 'publicityMoved'>

/** Whether proof files may be shown: a photo of the board shows names, so it is hidden once names are folded. */
export const showsFiles = (publication: Shown, now: Date): boolean =>
  !(isOver(publication, now) && hasNames(publication.content, presentationOf(publication)))

const presentProof = (row: ChannelProofRow, body: string, withFile: boolean): ChannelProof => ({
  id: row._id,
  on: row.on,
  text: row.text,
  file:
    withFile && row.file
      ? { name: row.file.name, sha256: row.file.sha256, picture: row.file.mime.startsWith('image/') }
      : null,
  body,
  at: row.at.toISOString(),
})

interface Props {
  published: PresentedNotice
  org: OrgRow
  proofs: readonly ChannelProofRow[]
  now: Date
}

/** Public: the channels that the catalogue requires, with the stored proofs; none for a withdrawn edition. */
export function presentChannels({ published, org, proofs, now }: Props): PlannedChannel[] {
  const { publication, item } = published
  if (publication.withdrawn) return []
  const withFile = showsFiles(publication, now)
  return channelPlan(item.channels, isVillage(org)).map(channel => ({
    ...channel,
    proofs: proofs
      .filter(row => row.channel === channel.name)
      .map(row => presentProof(row, org.name, withFile)),
  }))
}
