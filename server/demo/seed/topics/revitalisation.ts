import { afterPeriod } from '../calendar'
import { seededRandom } from '../seededRandom'
import projects from '../data/projects.json'
import schemes from '../data/schemes.json'
import { groupsOf, maskedNames } from '../names'
import type { SeedVillage } from '../orgs'
import { factsBlock, nothingBlock, recipientsBlock, textBlock, titled, type Topic } from './topic'

const hotline = (village: SeedVillage) => `${village.phone}；${schemes.hotlines.rural}`

function projectBlocks(village: SeedVillage, quarter: string, step: number) {
  const project = seededRandom('project', village.code).pick(projects.projects)
  const cost = seededRandom('project-cost', village.code).int(project.low, project.high)
  const progress = projects.progress[Math.min(step, projects.progress.length - 1)]!
  const facts = factsBlock({
    政策依据: '巩固拓展脱贫攻坚成果同乡村振兴有效衔接资金管理规定',
    帮扶措施: `${project.task}，${project.link}`,
    项目名称: `${village.name}${project.name}`,
    项目类别: project.category,
    建设性质: '新建',
    实施地点: village.name,
    时间进度: progress,
    责任单位: village.kind === 'village' ? '村民委员会' : '居民委员会',
    建设任务: project.task,
    资金规模和筹资方式: `${cost}万元，全部为衔接资金`,
    受益对象: `全村${village.households}户，其中监测户${seededRandom('monitored', village.code, quarter).int(3, 9)}户`,
    绩效目标: project.goal,
    利益联结机制: project.link,
    监督电话: hotline(village),
  })
  return [facts, textBlock(`${project.name}${progress}，资金规模${cost}万元。`)]
}

/** 衔接资金项目: one project of the village, from tender to settlement. */
export const projectTopic: Topic = {
  code: 'project',
  places: [{ area: '涉贫涉乡村振兴', path: ['衔接资金及项目', '项目库建设'] }],
  write: (village, calendar) =>
    village.kind === 'community'
      ? []
      : calendar.quarters.map((quarter, step) => ({
          content: {
            title: titled(quarter, '衔接资金项目进展公开'),
            period: quarter,
            blocks: projectBlocks(village, quarter, step),
          },
          publishAt: afterPeriod(quarter, 10, village.code, 'project'),
        })),
  streetPeriods: 2,
}

function supportRows(village: SeedVillage, quarter: string) {
  const roster = seededRandom('support', village.code)
  const groups = groupsOf(village)
  const change = seededRandom('support', village.code, quarter)
  return maskedNames(roster, 5).map(name => ({
    name,
    group: roster.pick(groups),
    scheme: roster.pick(['公益性岗位补贴', '产业帮扶补助', '务工交通补助']),
    standard: '按季核发',
    persons: roster.int(1, 4),
    amountFen: change.int(6, 24) * 10_000,
  }))
}

/** 防返贫动态监测: recognition steps and payments to the monitored households. */
export const monitoringTopic: Topic = {
  code: 'monitoring',
  places: [{ area: '扶贫', path: ['扶贫对象', '贫困人口识别'] }],
  write: (village, calendar) =>
    calendar.quarters.map(quarter => {
      const facts = factsBlock({
        政策依据: '健全防止返贫动态监测和帮扶机制的有关规定',
        帮扶措施: '公益性岗位、产业补助、务工交通补助',
        '识别标准(国定标准、省定标准)':
          '以家庭年人均纯收入监测线为基础，综合考虑刚性支出和“两不愁三保障”情况',
        '识别程序(农户申请、民主评议、公示公告、逐级审核)':
          '农户申请或干部排查，村民代表评议，公示5天，镇审核，区审定',
        '识别结果(贫困户名单、数量)': `本期新纳入监测${seededRandom('new-watch', village.code, quarter).int(0, 2)}户，名单已在村内公示期满`,
        监督电话: hotline(village),
      })
      const support =
        village.kind === 'village'
          ? recipientsBlock('帮扶明细', supportRows(village, quarter))
          : nothingBlock('本期没有纳入监测的住户，没有发放帮扶资金。')
      return {
        content: {
          title: titled(quarter, '防止返贫监测帮扶情况公开'),
          period: quarter,
          blocks: [facts, support],
        },
        publishAt: afterPeriod(quarter, 12, village.code, 'monitoring'),
      }
    }),
  streetPeriods: 2,
}
