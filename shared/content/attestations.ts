import type { ContentBlock, NoticeContent } from '../contract/disclosure/notice'

/** What a body or person says of one statement and signs for it: its opinion or signature, e.g. 民主理财小组意见. */
const ATTESTED =
  /(?:小组|委员会|监委会|监事会|代表|监督|审核|审查|负责人|会计|书记|主任).*意见$|签字|签名|签章|审签/

/** True for the label of an attestation, which holds for one edition only and is never carried over. */
export const isAttestation = (label: string): boolean => ATTESTED.test(label)

/** Empties the attestations of a content that `drops` names. */
function dropped(content: NoticeContent, drops: (label: string) => boolean): NoticeContent {
  const blocks = content.blocks
    .filter(block => block.type !== 'text' || content.blocks.length === 1 || !drops(block.label))
    .map((block): ContentBlock => {
      if (block.type !== 'facts') return block
      const entries = block.entries.map(entry => (drops(entry.label) ? { ...entry, value: '' } : entry))
      return { ...block, entries }
    })
  return { ...content, blocks }
}

/** Returns a content without its attestations: what a next edition or a next period starts from. */
export const withoutAttestations = (content: NoticeContent): NoticeContent => dropped(content, isAttestation)

function givenLabels({ blocks }: NoticeContent): Set<string> {
  const given = new Set<string>()
  for (const block of blocks) {
    if (block.type === 'text') given.add(block.label)
    if (block.type !== 'facts') continue
    for (const { label, value } of block.entries) if (value !== '') given.add(label)
  }
  return given
}

/** Returns a content without the attestations that another one does not give either. */
export function withAttestationsOf(content: NoticeContent, other: NoticeContent): NoticeContent {
  const given = givenLabels(other)
  return dropped(content, label => isAttestation(label) && !given.has(label))
}
