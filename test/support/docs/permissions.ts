import { ROLES } from '@shared/facts/people/roles'
import { actionText } from '@shared/texts/actions'
import { stateLabel } from '../../../server/disclosure/notices/states'
import type { Role } from '@shared/contract/people/auth'
import { NoticeState } from '@shared/contract/disclosure/notice'
import type { OrgTarget } from '../../../server/platform/access/actor'
import type { Actor } from '@server/platform/access/actor'
import { POLICIES, can, type Action } from '@server/policies'

/**
 * The permission table, computed by asking every policy about every role, place and circumstance. A policy that looks at
 * something which no circumstance below describes makes it fail, so nothing is left out silently.
 */

const org = (code: string, kind: OrgTarget['kind'], path: string[]): OrgTarget => ({ code, kind, path })
const AREA = org('XQ', 'new-area', ['XQ'])
const STREET = org('ST1', 'street', ['XQ', 'ST1'])
const OTHER_STREET = org('ST2', 'street', ['XQ', 'ST2'])
const VILLAGE = org('V1', 'village', ['XQ', 'ST1', 'V1'])
const SISTER = org('V2', 'village', ['XQ', 'ST1', 'V2'])
const OTHER_VILLAGE = org('V9', 'village', ['XQ', 'ST2', 'V9'])

interface Side {
  title: string
  target: OrgTarget
  /** Where the person may hold the role, by what this place is to the target. */
  places: Record<string, readonly OrgTarget[]>
}

const SIDES: readonly Side[] = [
  {
    title: '村（社区）的事',
    target: VILLAGE,
    places: { 本: [VILLAGE], 邻: [SISTER], 街: [STREET], 区: [AREA], 外: [OTHER_VILLAGE, OTHER_STREET] },
  },
  {
    title: '街道（镇）的事',
    target: STREET,
    places: { 本: [STREET], 邻: [OTHER_STREET], 下: [VILLAGE], 区: [AREA], 外: [OTHER_VILLAGE] },
  },
]

const ME = 'usr_me'
const HANDS = {
  没有经手: {},
  起草过: { writers: ['usr_w', ME] },
  独自起草: { writers: [ME] },
  提交过: { submittedBy: ME },
  审核过: { signedBy: ME },
}
const LEVELS = { 本机构答复: 'own', 街道答复: 'town', 区县答复: 'county' } as const
const HANDLERS = { own: null, town: STREET, county: AREA }

const STEPS = {
  村里办: 'handler',
  监督机构办: 'supervisors',
  街道办: 'town-clerk',
  区县办: 'county',
}
const NOBODY = { claimedBy: null, openedBy: 'usr_w', notBy: [] as string[] }
const CLAIMS = {
  没有人领: {},
  本人领办: { claimedBy: ME },
  别人领办: { claimedBy: 'usr_w' },
  本人提出: { claimedBy: 'usr_w', openedBy: ME },
  办过要避开的环节: { notBy: [ME] },
}

/** Circumstances, each with the fields of a target that it decides and the values that these take. */
const DIMENSIONS = {
  经手: {
    fields: ['writers', 'submittedBy', 'signedBy'],
    values: Object.entries(HANDS),
  },
  对象: {
    fields: ['userId'],
    values: [
      ['别人', { userId: 'usr_x' }],
      ['本人', { userId: ME }],
    ] as const,
  },
  状态: {
    fields: ['state'],
    values: NoticeState.options.map(state => [stateLabel(state), { state }] as const),
  },
  异议: {
    fields: ['level', 'handler'],
    values: Object.entries(LEVELS).map(
      ([label, level]) => [label, { level, handler: HANDLERS[level] }] as const,
    ),
  },
  途径: {
    fields: ['via'],
    values: [
      ['经监督机构', { via: 'supervisors' }],
      ['直接向村（居）委会', { via: 'committee' }],
    ] as const,
  },
  替谁: {
    fields: ['elderOf'],
    values: [
      ['为本人', { elderOf: null }],
      ['为老人', { elderOf: VILLAGE.code }],
    ] as const,
  },
  环节: {
    fields: ['actorRole', 'responsibleRole'],
    values: Object.entries(STEPS).map(
      ([label, actorRole]) => [label, { actorRole, responsibleRole: 'village-head' }] as const,
    ),
  },
  领办: {
    fields: ['claimedBy', 'openedBy', 'notBy'],
    values: Object.entries(CLAIMS).map(([label, claim]) => [label, { ...NOBODY, ...claim }] as const),
  },
  撤回删除: {
    fields: ['removal'],
    values: [
      ['撤回', { removal: 'withdrawal' }],
      ['依法删除', { removal: 'erasure' }],
    ] as const,
  },
  提出的人: {
    fields: ['by'],
    values: [
      ['别人提出', { by: 'usr_w' }],
      ['自己提出', { by: ME }],
    ] as const,
  },
  授予的角色: {
    fields: ['role'],
    values: [
      ['办事的角色', { role: 'editor' }],
      ['监督的角色', { role: 'supervisor' }],
    ] as const,
  },
  授予的人: {
    fields: ['grantedBy'],
    values: [
      ['别人授予', { grantedBy: 'usr_w' }],
      ['自己授予', { grantedBy: ME }],
    ] as const,
  },
  上传的人: {
    fields: ['storedBy'],
    values: [
      ['别人上传', { storedBy: 'usr_w' }],
      ['自己上传', { storedBy: ME }],
    ] as const,
  },
} satisfies Record<string, { fields: string[]; values: readonly (readonly [string, object])[] }>
type Dimension = keyof typeof DIMENSIONS

/** A circumstance: one label for each dimension that matters. */
type Case = Partial<Record<Dimension, string>>

/** What a policy wanted to know and the case does not say. */
class Unsaid extends Error {
  constructor(readonly field: string) {
    super(
      `the permission table knows no field “${field}”: say in test/support/docs/permissions.ts what it can be`,
    )
  }
}

function targetOf(place: OrgTarget, one: Case): object {
  const common = { ...place, org: place, orgs: [place], concerned: [place.code] }
  const others = { writers: ['usr_w'], submittedBy: 'usr_w', signedBy: 'usr_s' }
  const said = Object.entries(one).map(([dimension, label]) => {
    const { values } = DIMENSIONS[dimension as Dimension]
    return values.find(([name]) => name === label)?.[1] as Record<string, unknown>
  })
  const target: Record<string, unknown> = Object.assign({}, common, '经手' in one && others, ...said)
  if (target['handler'] === null) target['handler'] = place
  return new Proxy(target, {
    get(fields, field) {
      if (typeof field === 'symbol' || field in fields) return Reflect.get(fields, field) as unknown
      throw new Unsaid(field)
    },
  })
}

const casesOf = (dimensions: readonly Dimension[]): Case[] =>
  dimensions.reduce<Case[]>(
    (cases, dimension) =>
      cases.flatMap(one => DIMENSIONS[dimension].values.map(([label]) => ({ ...one, [dimension]: label }))),
    [{}],
  )

const actorIn = (role: Role | null, place: OrgTarget): Actor => ({
  id: ME,
  name: '',
  jobTitle: '',
  roles: role === null ? [] : [{ role, orgCode: place.code, orgName: '' }],
})

const dimensionOf = (field: string): Dimension | undefined =>
  (Object.keys(DIMENSIONS) as Dimension[]).find(name =>
    (DIMENSIONS[name].fields as readonly string[]).includes(field),
  )

/** Asks the work again with one dimension more for every field that it misses. */
function withDimensions<T>(work: (dimensions: readonly Dimension[]) => T): T {
  const dimensions: Dimension[] = []
  for (;;) {
    try {
      return work(dimensions)
    } catch (error) {
      const missing = error instanceof Unsaid ? dimensionOf(error.field) : undefined
      if (!missing) throw error
      dimensions.push(missing)
    }
  }
}

interface Cell {
  /** Places from which the role may, each with its condition; an empty condition is none. */
  allowed: { place: string; condition: string }[]
}

/** The values of a dimension with which it is allowed; by what is missing where that is shorter. */
function valuesText(dimension: Dimension, allowed: readonly Case[]): string | null {
  const all = DIMENSIONS[dimension].values.map(([label]) => label as string)
  const some = all.filter(label => allowed.some(one => one[dimension] === label))
  if (some.length === all.length) return null
  const rest = all.filter(label => !some.includes(label))
  return rest.length < some.length
    ? `${dimension}：除“${rest.join('、')}”外`
    : `${dimension}：${some.join('、')}`
}

/** The condition as words; exact where the dimensions decide one by one, else case by case. */
function conditionOf(
  dimensions: readonly Dimension[],
  all: readonly Case[],
  allowed: readonly Case[],
): string {
  if (allowed.length === all.length) return ''
  const factors = dimensions.map(dimension => new Set(allowed.map(one => one[dimension])).size)
  if (factors.reduce((product, size) => product * size, 1) === allowed.length) {
    return dimensions
      .map(dimension => valuesText(dimension, allowed))
      .filter(text => text !== null)
      .join('；')
  }
  const [first, ...rest] = dimensions
  const groups = DIMENSIONS[first!].values.map(([label]) => label as string)
  return groups
    .map(label => {
      const inGroup = (one: Case) => one[first!] === label
      const some = allowed.filter(inGroup)
      if (some.length === 0) return null
      const more = conditionOf(rest, all.filter(inGroup), some)
      return `${label}${more && `（${more}）`}`
    })
    .filter(text => text !== null)
    .join('，或')
}

function cellOf(
  action: Action,
  role: Role | null,
  { target, places }: Side,
  dimensions: readonly Dimension[],
): Cell {
  const kinds = ROLES.find(fact => fact.role === role)?.orgKinds
  const cases = casesOf(dimensions)
  const allowed = Object.entries(places).flatMap(([place, orgs]) => {
    const fitting = orgs.filter(({ kind }) => !kinds || kinds.includes(kind))
    if (fitting.length === 0) return []
    const may = cases.filter(one =>
      fitting.some(where => can(actorIn(role, where), action, targetOf(target, one) as never)),
    )
    return may.length === 0 ? [] : [{ place, condition: conditionOf(dimensions, cases, may) }]
  })
  return { allowed }
}

const MARKS = '①②③④⑤⑥⑦⑧⑨'
const markOf = (index: number): string => MARKS[index] ?? `(${index + 1})`

function rowOf(action: Action, side: Side): string {
  const columns = [null, ...ROLES.map(({ role }) => role)]
  const cells = withDimensions(dimensions => columns.map(role => cellOf(action, role, side, dimensions)))
  const [anybody, ...others] = cells
  const open = anybody!.allowed[0]
  const conditions = [
    ...new Set(cells.flatMap(({ allowed }) => allowed.map(({ condition }) => condition)).filter(Boolean)),
  ]
  const mark = (condition: string) => (condition ? markOf(conditions.indexOf(condition)) : '')
  /** What anybody may do is not repeated for each role. */
  const told = ({ allowed }: Cell) => allowed.filter(({ condition }) => !open || condition !== open.condition)
  const texts = [
    open ? `任何人${mark(open.condition)}` : '',
    ...others.map(cell =>
      told(cell)
        .map(({ place, condition }) => `${place}${mark(condition)}`)
        .join(' '),
    ),
  ]
  const nobody = texts.every(text => text === '')
  const notes = nobody
    ? '谁都不能（由系统按时办，或这里没有这件事）'
    : conditions.map(one => `${mark(one)} ${one}`).join('<br>')
  return `| ${actionText(action)} \`${action}\` | ${texts.join(' | ')} | ${notes} |`
}

const HEAD = `# 谁能办什么

本表由 \`npm run docs:build\` 逐一询问 \`server/policies\` 里的每条规则算出，不用手改；与规则不一致时测试不通过。

格子里写的是担任该角色的地方：本＝本机构，邻＝同级的另一个机构，街＝上级街道（镇），区＝上级区县，下＝所辖的村（社区），
外＝别处；①②③ 是条件，见最后一列。空格＝不能。“无角色”指登录了但没有任何角色的人。公开的页面谁都能看，不在表内。
三员（系统、安全、审计管理员）不参与公示的办理，办公示的人不管账号和角色。`

/** `docs/permissions.md`. */
export function permissionTable(): string {
  const columns = ['事情', '无角色', ...ROLES.map(({ label }) => label), '条件']
  const tables = SIDES.map(side =>
    [
      `## ${side.title}`,
      '',
      `| ${columns.join(' | ')} |`,
      `| ${columns.map(() => '---').join(' | ')} |`,
      ...(Object.keys(POLICIES) as Action[]).map(action => rowOf(action, side)),
    ].join('\n'),
  )
  return `${[HEAD, ...tables].join('\n\n')}\n`
}
