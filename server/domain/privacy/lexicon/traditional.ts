/**
 * Traditional characters of labels, places and family names with their simplified form, for reading only: what is
 * shown keeps the source's characters.
 */
export const TRADITIONAL = {
  source: '通用规范汉字表附件一（繁简对照），取标签、地名与姓氏用字',
  checkedOn: '2026-11-24',
  from: '證號電話銀帳賬戶殘聯絡機單車護陝東樓張陳劉黃趙吳孫馬羅鄭謝韓馮許鄧蕭葉閻兒歲經緯門組處繫係發領對無賜蔣鐘鍾盧賈範蘇呂餘蘭莊畢聶齊關費紀錢龐嚴顏齡險會員額萬億務農補貼醫癥礙癱學狀況業鎮鄉縣區裡裏國華麗軍強偉傑濤靜紅艷貴鳳龍飛寶興義禮輝貞雲瑩潔夢歡楊鄒譚賴湯溫衛滬魯遼閩粵貢寧',
  to: '证号电话银账账户残联络机单车护陕东楼张陈刘黄赵吴孙马罗郑谢韩冯许邓萧叶阎儿岁经纬门组处系系发领对无赐蒋钟钟卢贾范苏吕余兰庄毕聂齐关费纪钱庞严颜龄险会员额万亿务农补贴医症碍瘫学状况业镇乡县区里里国华丽军强伟杰涛静红艳贵凤龙飞宝兴义礼辉贞云莹洁梦欢杨邹谭赖汤温卫沪鲁辽闽粤贡宁',
} as const
