import { dateLabel } from '@shared/common/period'
import type { ErasureExtent } from '@shared/contract/disclosure/removal'
import { Section } from '../../components/page/Section'
import { Box, Txt } from '../../elements/dom'

/** Lists what an erasure takes away and what it cannot reach, before it is done. */
export function Extent({ extent }: { extent: ErasureExtent }) {
  const { title, edition, letters, revisions, files, messages, digests, answers, objections } = extent
  const goes = [
    `第 ${edition} 版的标题“${title}”和全部内容（${letters} 字），连同 ${revisions} 份存下的稿子`,
    `提到它的消息 ${messages} 条、微信消息里的 ${digests} 条、程序留存的回执 ${answers} 份`,
    ...files.filter(file => file.goes).map(({ name }) => `附件：${name}`),
  ]
  const stays = [
    ...files.filter(file => !file.goes).map(({ name }) => `附件：${name}，别的公示或版本也用它`),
    ...(objections > 0 ? [`村民提的 ${objections} 个异议：村民自己写的话不删，只换掉公示的标题`] : []),
    `以前的备份：按默认保留 30 天，最晚的留到${dateLabel(extent.backupsUntil)}`,
    '已经打印、转发、存在别人手机里的',
    '总账里的指纹和删除记录：哪天、依据什么，不含内容',
  ]
  return (
    <>
      <Section title="会删去的">
        <Lines texts={goes} />
      </Section>
      <Section title="删不到的">
        <Lines texts={stays} />
      </Section>
    </>
  )
}

const Lines = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map(text => (
      <Box key={text} className="row">
        <Txt className="row__main">{text}</Txt>
      </Box>
    ))}
  </>
)
