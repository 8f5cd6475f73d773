import { simplify } from '../../chinese/simplify'

const HEADER_RUN =
  /(序号|编号|领域|类别|内容要素|[一二三]级事项|公开事项|公开项目|公开内容(?:[(（]要素[)）])?|公开要素|公开依据|政策依据|公开时限|公开时间|公开期限|公开主体|公开单位|责任主体|公开渠道和载体|公开渠道|公开载体|公开对象|公开范围|公开方式|公开属性|公开层级|公开级别|咨询电话|监督电话|备注|全社会|特定群[众体]|主动(?:公开)?|依申请(?:公开)?|[县乡镇村市区]级)/

/** Splits the header of running text into its words; the body after them stays whole. */
export function splitHeader(text: string): string[] {
  const plain = simplify(text)
  const start = plain.search(/序号|编号|公开事项|一级事项/)
  if (start < 0) return [text]
  const body = plain.slice(start).search(/\d/)
  const end = body < 0 ? plain.length : start + body
  const words = plain
    .slice(start, end)
    .split(HEADER_RUN)
    .filter(part => part.trim() !== '')
  if (words.filter(part => HEADER_RUN.test(part)).length < 5) return [text]
  return [text.slice(0, start), ...words, text.slice(end)].filter(part => part !== '')
}
