import { ERROR_TEXTS, type ErrorCode } from '@shared/texts/errors'
import { ErrorBody } from '@shared/contract/common'
import type { Route } from '../route'
import { API_PREFIX } from '../mount'
import { VERSION } from '@server/platform/config/version'
import { createComponents } from './components'
import { type Reference, share } from './share'
import type { JsonSchema } from './walk'

type Components = ReturnType<typeof createComponents>

/** An answer with a description of its body. */
interface Answer {
  description: string
  content: JsonSchema
}

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required?: true
  description?: string
  schema: JsonSchema
}

export interface Operation {
  tags: string[]
  summary: string
  operationId: string
  parameters: (Parameter | Reference)[]
  requestBody?: JsonSchema
  responses: Record<string, Answer | Reference>
  /** Empty: no login required. Absent: the document's default. */
  security?: []
}

/** An operation before its parameters and answers are shared. */
interface WholeOperation extends Operation {
  parameters: Parameter[]
  responses: Record<string, Answer>
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Record<string, string[]>[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, JsonSchema>
    responses: Record<string, Answer>
    parameters: Record<string, Parameter>
    securitySchemes: Record<string, JsonSchema>
  }
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
    ...((place === 'path' || required.includes(name)) && { required: true as const }),
    schema: property,
  }))
}

interface ErrorKind {
  codes: readonly [ErrorCode, ...ErrorCode[]]
  /** Checks whether a route of this kind can give the answer. */
  of: (route: Route) => boolean
}

const always = () => true
const isLogin = ({ access }: Route) => access === 'login'
const takesBody = ({ method }: Route) => method !== 'get'

/** Errors that routes have in common, by status. */
const ERRORS: Record<string, ErrorKind> = {
  400: { codes: ['invalid-request', 'idempotency-key-required'], of: always },
  401: { codes: ['login-required', 'token-expired', 'token-invalid'], of: isLogin },
  403: { codes: ['forbidden', 'four-eyes'], of: isLogin },
  404: { codes: ['not-found'], of: ({ path }) => path.includes(':') },
  409: { codes: ['version-conflict', 'wrong-state', 'idempotency-key-reused'], of: ({ write }) => write },
  410: { codes: ['notice-erased'], of: ({ mayBeGone }) => mayBeGone },
  413: { codes: ['body-too-large', 'file-too-large'], of: takesBody },
  415: { codes: ['unsupported-media-type', 'encoded-body'], of: takesBody },
  422: { codes: ['requirements-unmet'], of: ({ write, upload }) => write || upload },
  429: { codes: ['rate-limited'], of: always },
  503: { codes: ['store-away', 'store-failed', 'disk-nearly-full'], of: always },
}

/** Adds the schema of all errors, with the status and the text of every code. */
const errorBody = (components: Components): JsonSchema =>
  components.add('ErrorBody', {
    description: Object.entries(ERRORS)
      .flatMap(([status, { codes }]) => codes.map(code => `${status} ${code}：${ERROR_TEXTS[code]}`))
      .join('\n'),
    ...components.whole(ErrorBody, 'output'),
  })

/** Lists the errors of a route in one answer, by status and its usual code; `ErrorBody` lists the other codes of a status. */
const errorsOf = (route: Route, components: Components): Answer => ({
  description: Object.entries(ERRORS)
    .filter(([, kind]) => kind.of(route))
    .map(([status, { codes }]) => `${status} ${codes[0]}`)
    .join('；'),
  content: json(errorBody(components)),
})

const operationId = ({ method, path }: Route) =>
  `${method}${path.replace(/[/:-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())}`

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })

/** For JSON lines the schema describes each line. */
const CONTENT: Record<Route['answers'], (schema: JsonSchema) => JsonSchema> = {
  json,
  lines: schema => ({ 'application/jsonl': { schema } }),
  file: () => ({ 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }),
}

const FILE_PART = { type: 'string', contentMediaType: 'application/octet-stream' }

/** Returns the form of an upload: the file and its other fields. */
function formOf(route: Route, components: Components): JsonSchema {
  const { body } = route.schemas
  if (!body) return components.add('FileForm', { type: 'object', properties: { file: FILE_PART }, required: ['file'] }) // prettier-ignore
  const { properties = {}, required = [] } = components.whole(body, 'input')
  const name = `${operationId(route).replace(/^post/, '')}Form`
  return components.add(name, {
    type: 'object',
    properties: { file: FILE_PART, ...(properties as object) },
    required: ['file', ...(required as string[])],
  })
}

function bodyOf(route: Route, components: Components): JsonSchema | undefined {
  if (route.upload) {
    return { required: true, content: { 'multipart/form-data': { schema: formOf(route, components) } } }
  }
  const { body } = route.schemas
  return body && { required: true, content: json(components.say(body, 'input')) }
}

function operationOf(route: Route, components: Components): WholeOperation {
  const { params, query, response } = route.schemas
  const requestBody = bodyOf(route, components)
  return {
    tags: [route.tag],
    summary: route.summary,
    operationId: operationId(route),
    parameters: [
      ...(params ? parametersOf(components.whole(params, 'input'), 'path') : []),
      ...(query ? parametersOf(components.whole(query, 'input'), 'query') : []),
      ...(route.write ? [IDEMPOTENCY] : []),
    ],
    ...(requestBody && { requestBody }),
    responses: {
      [route.status]: {
        description: '成功',
        content: CONTENT[route.answers](components.say(response, 'output')),
      },
      default: errorsOf(route, components),
    },
    ...(route.access === 'public' && { security: [] as [] }),
  }
}

/** Names a shared answer by its schema. */
const answerName = ({ content }: Answer): string =>
  /schemas\/(\w+)/.exec(JSON.stringify(content))?.[1]?.replace('ErrorBody', 'Errors') ?? 'File'

/** Refers to the parameters and answers that several operations have. */
function shareParts(operations: readonly WholeOperation[]) {
  const parameters = share('parameters', operations.flatMap(one => one.parameters), ({ name }) => (name === IDEMPOTENCY.name ? 'key' : name)) // prettier-ignore
  const responses = share('responses', operations.flatMap(one => Object.values(one.responses)), answerName) // prettier-ignore
  const said = (one: WholeOperation): Operation => ({
    ...one,
    parameters: one.parameters.map(parameters.say),
    responses: Object.fromEntries(
      Object.entries(one.responses).map(([status, answer]) => [status, responses.say(answer)]),
    ),
  })
  return {
    operations: operations.map(said),
    components: { parameters: parameters.shared, responses: responses.shared },
  }
}

/** Builds the OpenAPI 3.1 document from the schemas that validate the requests. */
export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const components = createComponents()
  const shared = shareParts(routes.map(route => operationOf(route, components)))
  const paths: OpenApiDocument['paths'] = {}
  for (const [at, route] of routes.entries()) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: shared.operations[at]! }
  }
  return {
    openapi: '3.1.0',
    info: { title: '明白栏 API', version: VERSION, description: DESCRIPTION },
    servers: [{ url: API_PREFIX }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: components.components(),
      ...shared.components,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
