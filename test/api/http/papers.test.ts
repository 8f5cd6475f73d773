import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ERROR_TEXTS, type ErrorCode } from '@shared/texts/errors'
import { ROUTES } from '../../../server/compose'
import type { Route } from '../../../server/http/route'
import { type Operation, openApiDocument } from '../../../server/http/openapi/document'
import { NAMED_SCHEMAS } from '../../../server/http/openapi/schemas'
import { documentPage } from '../../../server/http/openapi/page'

const document = openApiDocument(ROUTES)
const text = JSON.stringify(document)
const { components } = document
const operations = Object.values(document.paths).flatMap(methods => Object.values(methods))
const parametersOf = ({ parameters }: Operation) =>
  parameters.map(one => ('$ref' in one ? components.parameters[one.$ref.split('/').at(-1)!]! : one))
const answersOf = ({ responses }: Operation) =>
  Object.values(responses).map(one =>
    '$ref' in one ? components.responses[one.$ref.split('/').at(-1)!]! : one,
  )

type Content = Record<string, { schema: Record<string, unknown> }>

/** Schemas of a content, one for each media type; and the one reference that it should be. */
const schemasOf = (content: unknown) => Object.values(content as Content).map(({ schema }) => schema)
const said = (content: unknown) =>
  'application/octet-stream' in (content as Content)
    ? { type: 'string', format: 'binary' }
    : { $ref: expect.stringMatching(/^#\/components\/schemas\/\w+$/) as string }

test('OpenAPI 3.1 with every route, its answer and its errors', () => {
  expect(document.openapi).toBe('3.1.0')
  const mounted = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(mounted.sort()).toEqual(ROUTES.map(route => `${route.method} ${route.path}`).sort())
  expect(new Set(operations.map(operation => operation.operationId)).size).toBe(operations.length)
  for (const operation of operations) {
    expect(operation.summary).toMatch(/[一-龥]/u)
    expect(Object.keys(operation.responses)).toEqual([expect.stringMatching(/^20[01]$/), 'default'])
  }
})

/** Statuses of the errors of a route. */
const statusesOf = ({ access, method, path, write, upload, mayBeGone }: Route) => [
  '400',
  ...(access === 'login' ? ['401', '403'] : []),
  ...(path.includes(':') ? ['404'] : []),
  ...(write ? ['409'] : []),
  ...(mayBeGone ? ['410'] : []),
  ...(method === 'get' ? [] : ['413', '415']),
  ...(write || upload ? ['422'] : []),
  '429',
  '503',
]

test('the errors of every operation are listed by status and code, and every code has its text', () => {
  for (const route of ROUTES) {
    const operation = document.paths[route.path.replace(/:(\w+)/g, '{$1}')]![route.method]!
    const errors = answersOf(operation)[1]!
    expect(errors.description.match(/\b\d{3}\b/g)).toEqual(statusesOf(route))
    expect(errors.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } },
    })
    for (const code of errors.description.match(/[a-z][a-z-]+/g)!) {
      expect(components.schemas.ErrorBody!.description).toContain(
        `${code}：${ERROR_TEXTS[code as ErrorCode]}`,
      )
    }
  }
})

test('every reference leads somewhere, inside the document', () => {
  const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(match => match[1]!)
  expect(names.length).toBeGreaterThan(30)
  for (const name of names) {
    const [, kind, named] = /^#\/components\/(schemas|responses|parameters)\/([\w-]+)$/.exec(name)!
    expect(Object.keys(components[kind as 'schemas'])).toContain(named)
  }
})

test('every body and answer is said by name', () => {
  for (const operation of operations) {
    const { requestBody } = operation
    for (const { content } of answersOf(operation)) expect(schemasOf(content)).toEqual([said(content)])
    if (requestBody) expect(schemasOf(requestBody.content)).toEqual([said(requestBody.content)])
  }
})

test('every exported schema of the contract can be said by name', async () => {
  const folder = path.resolve(__dirname, '../../../shared/contract')
  const files = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.ts'))
  const modules = await Promise.all(files.map(name => import(path.join(folder, name)) as Promise<object>))
  const exported = modules
    .flatMap(module => Object.entries<unknown>({ ...module }))
    .filter(([, value]) => value instanceof z.ZodType)
    .map(([name]) => name)
  expect([...NAMED_SCHEMAS.keys()].sort()).toEqual(exported.sort())
})

test('the document is no heavier than it has to be', () => {
  expect(Buffer.byteLength(text) / operations.length).toBeLessThanOrEqual(1_195)
})

test('dates and instants are of the standard formats, without a pattern', () => {
  const formatted = [...text.matchAll(/\{[^{}]*"format":"(?:date|date-time)"[^{}]*\}/g)].map(
    match => match[0],
  )
  expect(formatted.length).toBeGreaterThan(50)
  expect(formatted.filter(one => one.includes('pattern'))).toEqual([])
  expect(text).not.toContain('9007199254740991')
})

test('JSON lines are no JSON document', () => {
  for (const [route, { get }] of Object.entries(document.paths)) {
    const isLines = route === '/audit/export' || route === '/ledger/export'
    if (get) expect('application/jsonl' in answersOf(get)[0]!.content).toBe(isLines)
  }
})

test('each list of errors is said once', () => {
  const lists = Object.keys(components.responses).filter(name => name.startsWith('Errors'))
  expect(lists).toHaveLength(new Set(ROUTES.map(route => statusesOf(route).join())).size)
  expect(operations.filter(({ responses }) => !('$ref' in responses.default!))).toEqual([])
})

test('every path parameter is declared', () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    for (const operation of Object.values(methods)) {
      const given = parametersOf(operation).filter(parameter => parameter.in === 'path')
      expect(given.map(parameter => parameter.name)).toEqual(wanted)
    }
  }
})

test('writes declare their Idempotency-Key, requests leave out what has a default', () => {
  const create = document.paths['/notices']?.post
  expect(parametersOf(create!).map(parameter => parameter.name)).toContain('Idempotency-Key')
  const schema = document.components.schemas.CreateNoticeRequest as { required: string[] }
  expect(schema.required).not.toContain('regards')
})

test('the page has no script and asks for nothing elsewhere', () => {
  const html = documentPage(document)
  expect(html).not.toMatch(/<script|https?:\/\/|<link/)
  for (const route of ROUTES) expect(html).toContain(route.summary)
  for (const name of html.matchAll(/href="#schema-(\w+)"/g)) expect(html).toContain(`id="schema-${name[1]}"`)
})
