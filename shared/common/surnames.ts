/** Family names of two characters 复姓. Source: 《百家姓》, checked on 2026-11-24. */
export const COMPOUND_SURNAMES: readonly string[] = (
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 轩辕 端木 独孤 南宫 拓跋 呼延 申屠 ' +
  '太史 闻人 澹台 濮阳 淳于 单于 钟离 鲜于 闾丘 司空 百里 东郭 南门 西门 万俟 赫连 公羊 完颜 公冶 宗政 仲孙 第五'
).split(' ')
