import { ERROR_TEXTS, type ErrorCode } from '@shared/texts/errors'
import { ErrorBody } from '@shared/contract/common'
import type { Route } from '../route'
import { API_PREFIX } from '../mount'
import { VERSION } from '@server/platform/version'
import { type JsonSchema, createComponents } from './components'

type Components = ReturnType<typeof createComponents>

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description?: string
  schema: JsonSchema
}

export interface Operation {
  tags: string[]
  summary: string
  operationId: string
  parameters: Parameter[]
  requestBody?: JsonSchema
  responses: Record<string, JsonSchema>
  security: Record<string, string[]>[]
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, JsonSchema> }
}

const DESCRIPTION =
  '读取公示不用登录；办理公示要先登录。金额一律是整数，单位：分。时刻为 UTC，日期为中国日期。' +
  '所有错误都是同一个样子：{ error: { code, message, details, requestId } }，code 不会变，message 是中文。'

const IDEMPOTENCY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    '请求编号：一次想办的事一个编号，重试时不变，保证只办一次。8 到 100 位字母、数字、横线或下划线。',
  schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
}

/** Converts the properties of an object schema to parameters. */
function parametersOf(schema: JsonSchema, place: 'path' | 'query'): Parameter[] {
  const properties = (schema.properties ?? {}) as Record<string, JsonSchema>
  const required = (schema.required ?? []) as string[]
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Returns the errors that a kind of route can answer. */
function errorStatuses(route: Route): [status: string, codes: ErrorCode[]][] {
  const { access, write, path, upload } = route
  const rows: [string, ErrorCode[]][] = [
    ['400', ['invalid-request', ...(write ? (['idempotency-key-required'] as const) : [])]],
    ['401', access === 'login' ? ['login-required', 'token-expired', 'token-invalid'] : []],
    ['403', access === 'login' ? ['forbidden', ...(write ? (['four-eyes'] as const) : [])] : []],
    ['404', path.includes(':') ? ['not-found'] : []],
    ['409', write ? ['version-conflict', 'wrong-state', 'idempotency-key-reused'] : []],
    ['413', upload ? ['file-too-large'] : []],
    ['422', write || upload ? ['requirements-unmet'] : []],
    ['429', ['rate-limited']],
  ]
  return rows.filter(([, codes]) => codes.length > 0)
}

const operationId = ({ method, path }: Route) =>
  `${method}${path.replace(/[/:-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })

/** For JSON lines the schema describes each line. */
const CONTENT: Record<Route['answers'], (schema: JsonSchema) => JsonSchema> = {
  json,
  lines: schema => ({ 'application/jsonl': { schema } }),
  file: schema => ({ 'application/octet-stream': { schema } }),
}

function bodyOf(route: Route, components: Components): JsonSchema | undefined {
  if (route.upload) {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    const { body } = route.schemas
    const fields = body ? components.whole(body).properties : {}
    const schema = { type: 'object', properties: { file, ...(fields as object) }, required: ['file'] }
    return { required: true, content: { 'multipart/form-data': { schema } } }
  }
  const { body } = route.schemas
  return body && { required: true, content: json(components.say(body, 'input')) }
}

function operationOf(route: Route, components: Components): Operation {
  const { params, query, response } = route.schemas
  const requestBody = bodyOf(route, components)
  const errors = errorStatuses(route).map(([status, codes]): [string, JsonSchema] => [
    status,
    {
      description: codes.map(code => `${code}：${ERROR_TEXTS[code]}`).join(' '),
      content: json(components.say(ErrorBody, 'output')),
    },
  ])
  return {
    tags: [route.tag],
    summary: route.summary,
    operationId: operationId(route),
    parameters: [
      ...(params ? parametersOf(components.whole(params), 'path') : []),
      ...(query ? parametersOf(components.whole(query), 'query') : []),
      ...(route.write ? [IDEMPOTENCY] : []),
    ],
    ...(requestBody && { requestBody }),
    responses: {
      [route.status]: {
        description: '成功',
        content: CONTENT[route.answers](components.say(response, 'output')),
      },
      ...Object.fromEntries(errors),
    },
    security: route.access === 'login' ? [{ bearer: [] }] : [],
  }
}

/** Builds the OpenAPI 3.1 document from the schemas that validate the requests. */
export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const components = createComponents()
  const paths: OpenApiDocument['paths'] = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(route, components) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '明白栏 API', version: VERSION, description: DESCRIPTION },
    servers: [{ url: API_PREFIX }],
    paths,
    components: {
      schemas: components.components(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
